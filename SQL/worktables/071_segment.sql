-- Lists of participants by segment: the newest of each segment tells who is in it. Parts for several regencies are one list
-- when they are of one date.
create unlogged table work.segment_list as
select r.segment, max(b.as_of) as listed_on
from (select batch_id, segment from register.segment_record group by batch_id, segment) as r
inner join work.batch as b using (batch_id)
group by r.segment;
alter table work.segment_list add primary key (segment);

-- The segment in which such a list has a worker who is not enrolled by the employer, or a family member. Of lists of several
-- dates the newest speaks; is_clear is false for a person who is in two segments at once on that day.
create unlogged table work.segment as
with wanted as (
    select person_id from work.unenrolled
    union
    select person_id from work.family_listed
),

-- Of several files of one date the latest that names the person in the segment says whether it is still so.
latest as (
    select distinct on (r.person_id, r.segment) r.person_id, r.segment, r.listed_on, r.valid_from, r.valid_to, r.batch_id, r.line
    from wanted as w
    inner join register.segment_record as r using (person_id)
    inner join work.batch as b using (batch_id)
    inner join work.segment_list as l on l.segment = r.segment and l.listed_on = r.listed_on
    order by r.person_id, r.segment, r.batch_id desc
),

active as (
    select t.*, t.listed_on = max(t.listed_on) over (partition by t.person_id) as is_newest
    from latest as t
    where t.valid_to > t.listed_on
)

select distinct on (a.person_id)
    a.person_id, a.segment, a.listed_on, a.valid_from, a.batch_id, a.line,
    count(*) over (partition by a.person_id) = 1 as is_clear
from active as a
where a.is_newest
order by a.person_id, a.segment;
alter table work.segment add primary key (person_id);
analyze work.segment;
