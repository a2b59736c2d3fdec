-- The member list of each business that speaks of the as-of date; work.enrolment has what it shows. A list speaks for the
-- employers that it names and for no other: whoever is in no list cannot be judged by one. Of two files of one date that name an
-- employer under the same number the later is a correction and counts alone; mended rows of a file belong to its list.

-- Which date of a list comes first: the newest up to the as-of date, if it is of that month; else the next one after it, if it is
-- of that month or the next; else the newest before, which is too old for most; else what came later.
create unlogged table work.member_day as
select
    d.as_of,
    row_number() over (
        order by
            case
                when d.as_of >= s.month and d.as_of <= s.as_of then 1
                when d.as_of > s.as_of and d.as_of < s.month + interval '2 months' then 2
                when d.as_of < s.month then 3
                else 4
            end,
            case when d.as_of > s.as_of then d.as_of end,
            d.as_of desc
    ) as place
from (select distinct b.as_of from work.batch as b where b.kind = 'jkn-members') as d
cross join work.scope as s;
alter table work.member_day add primary key (as_of);

-- Every list of each number of an employer.
create unlogged table work.member_naming as
select i.identity_id as business_id, i.business_id as record_id, b.as_of as listed_on, d.place, max(b.list_id) as list_id
from work.batch as b
inner join import.touched as t using (batch_id)
inner join work.identity as i using (business_id)
inner join work.member_day as d using (as_of)
where b.kind = 'jkn-members'
group by i.identity_id, i.business_id, b.as_of, d.place;
analyze work.member_naming;

create unlogged table work.member_source as
select n.business_id, n.record_id, n.listed_on, n.list_id
from work.member_naming as n
inner join (select business_id, min(place) as place from work.member_naming group by business_id) as f using (business_id, place);
alter table work.member_source add primary key (record_id);
analyze work.member_source;

-- incomplete: rows of the list, or of a later one of that date, were refused and have not all come back; somebody may be
-- enrolled and not be seen.
create unlogged table work.member_list as
with lacking as (
    select l.as_of, max(l.list_id) as list_id
    from (
        select b.as_of, b.list_id
        from work.batch as b
        inner join import.batch as i using (batch_id)
        where b.kind = 'jkn-members'
        group by b.as_of, b.list_id
        having sum(i.rows_rejected) filter (where i.supplements is null)
            > coalesce(sum(i.rows_accepted) filter (where i.supplements is not null), 0)
    ) as l
    group by l.as_of
)

select l.business_id, l.listed_on, bool_or(coalesce(k.list_id >= l.list_id, false)) as incomplete
from work.member_source as l
left join lacking as k on k.as_of = l.listed_on
group by l.business_id, l.listed_on;
alter table work.member_list add primary key (business_id);
analyze work.member_list;
