-- What the register says already of the workers that a list names. Runs before the rows are in, and costs nothing where no
-- list of the same employers and month came before. "counted" has the batches that counted before, "listed" the lists that
-- the file brings: business, month, and whether it names all workers.

create or replace function import.find_lists_before(of_source text) returns void
language plpgsql as $$
begin
    -- The list of each employer and month that counted before, and the one this file is or is part of.
    create temp table compared on commit drop as
    select n.business_id, n.month, of_source as source, max(k.list_id) as list_id, coalesce(c.supplements, i.batch_id) as new_list
    from this_import as i
    cross join correction as c
    cross join listed as n
    -- A list of some workers adds to the one before and replaces nothing.
    inner join register.roster as r
        on (r.business_id, r.source, r.as_of) = (n.business_id, of_source, n.month) and r.complete and n.complete
    inner join counted as k on k.batch_id = r.batch_id
    group by n.business_id, n.month, c.supplements, i.batch_id
    having max(k.list_id) <= coalesce(c.supplements, i.batch_id);
    analyze compared;

    -- What the lists said of each worker; of one whom mended rows name again, the last word.
    create temp table list_before (
        business_id bigint, person_id bigint, wage bigint, kpj bigint, month date, hired_on date, left_on date, batch_id integer,
        tk_code text, employment_status text, span text
    ) on commit drop;

    if exists (select from compared) then
        insert into list_before
        select distinct on (m.business_id, m.month, l.person_id)
            m.business_id, l.person_id, l.wage, l.kpj, m.month, l.hired_on, l.left_on, l.batch_id, l.tk_code, l.employment_status,
            import.span(l.hired_on, l.left_on)
        from compared as m
        inner join register.roster as r
            on (r.business_id, r.source, r.as_of) = (m.business_id, m.source, m.month) and r.complete
        inner join counted as k on k.batch_id = r.batch_id and k.list_id = m.list_id
        inner join register.roster_line as l on l.business_id = r.business_id and l.roster_id = r.roster_id
        order by m.business_id, m.month, l.person_id, l.batch_id desc;
    elsif (select i.partial from this_import as i) then
        -- A form is said before when the last list of the month, whole or not, says the same of its worker.
        insert into list_before
        select distinct on (n.business_id, n.month, l.person_id)
            n.business_id, l.person_id, l.wage, l.kpj, n.month, l.hired_on, l.left_on, l.batch_id, l.tk_code, l.employment_status
        from listed as n
        inner join register.roster as r on (r.business_id, r.source, r.as_of) = (n.business_id, of_source, n.month)
        inner join counted as k on k.batch_id = r.batch_id
        inner join register.roster_line as l on l.business_id = r.business_id and l.roster_id = r.roster_id
        order by n.business_id, n.month, l.person_id, l.batch_id desc;
    end if;
    analyze list_before;
end
$$;
comment on function import.find_lists_before(text) is
    'Creates "compared", the lists of a source that counted before for the employers and months of the file, and "list_before" with their workers.';

create or replace function import.find_other_words() returns void
language sql as $$
    create temp table other_words on commit drop as
    select r.line
    from renamed as r
    inner join staging as s using (line)
    inner join register.person_profile as p on p.person_id = r.person_id
    where register.says_otherwise(s.name, s.birth_date, s.sex, p.name, p.birth_date, p.sex)
$$;
comment on function import.find_other_words() is
    'Creates "other_words": the lines that give a known person another name, birth date or sex than the register.';

create or replace function import.count_wages_said_before() returns void
language plpgsql as $$
begin
    -- Mended rows are no list of their own.
    if not exists (select from list_before) or exists (select from correction where supplements is not null) then return; end if;

    perform import.find_other_words();

    -- Apart, because the planner takes the keys for independent, expects no row of all three joins and loops over the lists.
    insert into said_before
    with known as materialized (
        select n.business_id, l.month, n.person_id, n.wage, n.kpj, n.tk_code
        from named as n
        inner join listed as l using (roster_id)
        where n.person_id is not null and n.line not in (select w.line from other_words as w)
    )

    select count(*)
    from known as n
    inner join list_before as b on (b.business_id, b.month, b.person_id) = (n.business_id, n.month, n.person_id)
    where b.wage = n.wage and b.kpj is not distinct from n.kpj and b.tk_code is not distinct from n.tk_code;
end
$$;
comment on function import.count_wages_said_before() is
    'Adds to "said_before" the rows of a wage file that say what the list of the employer and month before it said.';

create or replace function import.count_workers_said_before() returns void
language plpgsql as $$
begin
    if not exists (select from list_before) or exists (select from correction where supplements is not null) then return; end if;

    -- Who the rows speak of, as far as the register knows them.
    create temp table spoken_of on commit drop as
    select s.line, p.person_id
    from staging as s
    inner join register.person as p on p.nik = s.nik
    union all
    select s.line, s.person_id from staging as s where s.nik is null and s.person_id is not null;
    analyze spoken_of;

    perform import.find_other_words();

    insert into said_before
    select count(*)
    from staging as s
    inner join spoken_of as o using (line)
    inner join list_before as b on (b.business_id, b.person_id) = (s.business_id, o.person_id)
    left join register.employment_fact as f on (f.business_id, f.person_id, f.batch_id) = (b.business_id, b.person_id, b.batch_id)
    where s.counts
        and (b.wage, b.hired_on, b.left_on, b.employment_status, b.kpj, b.tk_code)
            is not distinct from (s.wage, s.hired_on, s.left_on, s.employment_status, s.kpj::bigint, s.tk_code)
        and (
            f.deducted, f.employer_paid, f.net_pay, f.contract_until, f.effective_on, f.reported_on, f.mutation, f.mutation_reason,
            f.marital_status, f.segment, f.nationality, f.passport, f.insurer, f.insurance_number, f.family_card, f.jkn_card,
            f.staff_number, f.position, f.work_place, f.npwp, f.phone, f.departure_proof
        ) is not distinct from (
            s.deducted, s.employer_paid, s.net_pay, s.contract_until, s.effective_on, s.reported_on, s.mutation, s.mutation_reason,
            s.marital_status, s.segment, s.nationality, s.passport, s.insurer, s.insurance_number, s.family_card, s.jkn_card,
            s.staff_number, s.position, s.work_place, s.npwp, s.phone, s.departure_proof
        )
        and s.line not in (select w.line from other_words as w);

    if not exists (select from staging where relation <> 'worker') then return; end if;

    insert into said_before
    select count(*)
    from staging as s
    inner join spoken_of as o using (line)
    left join spoken_of as w on w.line = s.worker_line
    inner join register.family_member as f
        on (f.business_id, f.worker_id, f.person_id) = (s.business_id, coalesce(w.person_id, s.worker_id), o.person_id)
    inner join list_before as b on (b.business_id, b.person_id, b.batch_id) = (f.business_id, f.worker_id, f.batch_id)
    where s.relation <> 'worker'
        and f.relation = case when s.relation in ('husband', 'wife') then 'spouse' else s.relation end
        and s.line not in (select w.line from other_words as w);
end
$$;
comment on function import.count_workers_said_before() is
    'Adds to "said_before" the rows of a list of workers, with their family, that say what the list of the employer and month before it said.';

create or replace function import.find_member_lists_before() returns void
language plpgsql as $$
begin
    -- The list of each employer before this one: of the same date or in its place, else the last of the same month.
    create temp table list_of_employer (
        business_id bigint, list_id integer, same_date boolean
    ) on commit drop;

    if not exists (
        select from counted as k, this_import as i
        where k.kind = 'jkn-members'
            and (date_trunc('month', k.as_of) = date_trunc('month', i.as_of) or k.batch_id in (select batch_id from replaced))
    ) then return; end if;

    insert into list_of_employer
    select distinct on (e.business_id) e.business_id, e.list_id, e.same_date
    from (
        select distinct e.business_id, k.list_id, k.as_of, k.as_of = i.as_of or k.batch_id in (select batch_id from replaced) as same_date
        from this_import as i
        cross join counted as k
        inner join register.enrolment as e on e.batch_id = k.batch_id
        where k.kind = 'jkn-members'
            and (date_trunc('month', k.as_of) = date_trunc('month', i.as_of) or k.batch_id in (select batch_id from replaced))
    ) as e
    order by e.business_id, e.same_date desc, case when not e.same_date then e.as_of end desc, e.list_id desc;
    analyze list_of_employer;
end
$$;
comment on function import.find_member_lists_before() is
    'Creates "list_of_employer": the member list of each employer that counted before for the date or month of the file.';

create or replace function import.count_members_said_before() returns void
language plpgsql as $$
declare
    has_marital_status boolean := (select i.headings ? 'marital_status' from this_import as i);
begin
    if not exists (select from list_of_employer) or exists (select from correction where supplements is not null) then return; end if;

    perform import.find_other_words();

    -- The rows with their persons, of employers that have a list.
    create temp table spoken_of on commit drop as
    select s.line, b.business_id, m.list_id, p.person_id
    from staging as s
    inner join known_number as b on b.value = s.entity_code
    inner join list_of_employer as m on m.business_id = b.business_id
    inner join register.person as p on p.nik = s.nik
    where s.line not in (select w.line from other_words as w);
    analyze spoken_of;

    insert into said_before
    select count(*)
    from spoken_of as o
    inner join staging as s using (line)
    inner join (
        select e.*, k.list_id, max(e.batch_id) over (partition by e.business_id, e.person_id, k.list_id) as latest
        from register.enrolment as e
        inner join counted as k using (batch_id)
        inner join list_of_employer as m on (m.business_id, m.list_id) = (e.business_id, k.list_id)
    ) as e on (e.business_id, e.person_id, e.valid_from) = (o.business_id, o.person_id, s.valid_from) and e.batch_id = e.latest
    left join register.employment_fact as f
        on has_marital_status and (f.business_id, f.person_id, f.batch_id) = (e.business_id, e.person_id, e.batch_id)
    where s.relation = 'worker' and e.wage = s.wage and e.valid_to = coalesce(s.valid_to, 'infinity')
        and e.care_class is not distinct from s.care_class
        and (s.marital_status is null or s.marital_status = f.marital_status);

    if not exists (select from staging where relation <> 'worker') then return; end if;

    insert into said_before
    select count(*)
    from spoken_of as o
    inner join staging as s using (line)
    inner join register.person as w on w.nik = s.worker_nik
    where s.relation <> 'worker'
        and exists (
            select from register.family_member as f
            inner join counted as k using (batch_id)
            where (f.business_id, f.worker_id, f.person_id, f.relation, k.list_id)
                = (o.business_id, w.person_id, o.person_id, s.relation, o.list_id)
        );
end
$$;
comment on function import.count_members_said_before() is
    'Adds to "said_before" the rows of a member list that say what the list of the employer before it said.';
