-- What a list of workers changed against the list of the same employers and month that counted before it.
-- Runs after the rows are in; "counted" has the batches that counted before, "replaced" those the user had taken back.

create or replace function import.compare_lists() returns void
language sql as $$
    with difference as (
        select
            coalesce(n.business_id, b.business_id) as business_id,
            coalesce(n.month, b.month) as month,
            case
                when b.person_id is null then 'workers_listed'
                when n.person_id is null then 'workers_unlisted'
                when n.wage is distinct from b.wage then 'wages_changed'
                else 'periods_changed'
            end as what,
            coalesce(n.wage, 0) - coalesce(b.wage, 0) as amount
        from list_now as n
        full join list_before as b
            on (b.business_id, b.month, b.person_id) = (n.business_id, n.month, n.person_id)
        where b.person_id is null or n.person_id is null or (n.wage, n.span) is distinct from (b.wage, b.span)
    )

    insert into changed
    select d.what, count(*), nullif(sum(d.amount), 0)::bigint from difference as d group by d.what
    union all
    select 'lists_changed', count(distinct (d.business_id, d.month)), null from difference as d having count(*) > 0
$$;
comment on function import.compare_lists() is
    'Adds to the temporary table "changed" how the lists in list_now differ from those in list_before.';

create or replace function import.span(hired_on date, left_on date) returns text
language sql immutable parallel safe
-- Wage files, of a million rows, give neither.
return case when hired_on is not null or left_on is not null then concat(hired_on, '/', left_on) end;
comment on function import.span(date, date) is 'The days of work that a line of a list gives.';

create or replace function import.compare_rosters() returns void
language plpgsql as $$
begin
    insert into changed
    select 'lists_withdrawn', count(*), null
    from (
        select distinct r.business_id, r.as_of, r.source
        from register.roster as r
        inner join replaced using (batch_id)
        except
        select m.business_id, m.month, m.source from compared as m
    ) as gone
    having count(*) > 0;

    if not exists (select from compared) then return; end if;

    create temp table list_now on commit drop as
    select distinct on (m.business_id, m.month, l.person_id)
        m.business_id, m.month, l.person_id, l.wage, import.span(l.hired_on, l.left_on) as span
    from compared as m
    cross join this_import as i
    inner join register.roster as r
        on (r.business_id, r.source, r.as_of) = (m.business_id, m.source, m.month) and r.complete
    left join counted as k on k.batch_id = r.batch_id
    inner join register.roster_line as l on l.business_id = r.business_id and l.roster_id = r.roster_id
    where r.batch_id = i.batch_id or k.list_id = m.new_list
    order by m.business_id, m.month, l.person_id, l.batch_id desc;

    perform import.compare_lists();
end
$$;
comment on function import.compare_rosters() is
    'Adds to "changed" what a worker list changed against the lists that import.find_lists_before() has found. A list of a month without an earlier one of its kind is compared with nothing.';

create or replace function import.compare_member_lists() returns void
language plpgsql as $$
begin
    if not exists (select from list_of_employer where same_date) and not exists (select from replaced) then return; end if;

    create temp table compared on commit drop as
    select m.business_id, m.list_id, coalesce(c.supplements, i.batch_id) as new_list
    from this_import as i
    cross join correction as c
    cross join list_of_employer as m
    where m.same_date and m.list_id <= coalesce(c.supplements, i.batch_id)
        and m.business_id in (select business_id from member);

    analyze compared;

    insert into changed
    select 'lists_withdrawn', count(*), null
    from (
        select e.business_id from register.enrolment as e inner join replaced using (batch_id)
        except
        select m.business_id from compared as m
    ) as gone
    having count(*) > 0;

    create temp table list_before on commit drop as
    select
        e.business_id, '-infinity'::date as month, e.person_id, (array_agg(e.wage order by e.valid_from desc))[1] as wage,
        string_agg(concat(e.valid_from, '/', e.valid_to), ' ' order by e.valid_from) as span
    from compared as m
    inner join (
        select r.*, k.list_id, max(r.batch_id) over (partition by r.business_id, r.person_id, k.list_id) as latest
        from register.enrolment as r
        inner join counted as k using (batch_id)
        where r.business_id in (select business_id from compared)
    ) as e on e.business_id = m.business_id and e.list_id = m.list_id
    where e.batch_id = e.latest
    group by e.business_id, e.person_id;

    create temp table list_now on commit drop as
    select
        e.business_id, '-infinity'::date as month, e.person_id, (array_agg(e.wage order by e.valid_from desc))[1] as wage,
        string_agg(concat(e.valid_from, '/', e.valid_to), ' ' order by e.valid_from) as span
    from (
        select r.*, max(r.batch_id) over (partition by r.business_id, r.person_id) as latest
        from compared as m
        cross join this_import as i
        inner join register.enrolment as r on r.business_id = m.business_id
        left join counted as k on k.batch_id = r.batch_id
        where r.batch_id = i.batch_id or k.list_id = m.new_list
    ) as e
    where e.batch_id = e.latest
    group by e.business_id, e.person_id;

    perform import.compare_lists();
end
$$;
comment on function import.compare_member_lists() is
    'Adds to "changed" what a member list changed against the lists of the same employers and date.';
