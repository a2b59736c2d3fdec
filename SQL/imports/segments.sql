-- Participants by segment (daftar peserta menurut segmen: PBI, PBPU Pemda, PBPU …): who pays for a person, without an employer.
-- A file may have one segment or several. The newest list of a segment tells who is in it.
-- [staging]
create temp table staging (
    line integer, unchanged boolean not null default false,
    nik bigint, name text, birth_date date, sex text, segment text, status text, valid_from date, valid_to date
) on commit drop;
-- [check]
-- A list without a column for it names those who are in.
update staging set status = coalesce(status, 'active');

insert into rejected
select s.line, i.headings ->> 'valid_to', 'missing', 'An inactive participant needs the day from which participation ended.'
from staging as s
cross join this_import as i
where s.status = 'inactive' and s.valid_to is null;

insert into rejected
select s.line, i.headings ->> 'valid_to', 'out_of_order', 'Participation ends before it starts.'
from staging as s
cross join this_import as i
where s.valid_to <= s.valid_from;

insert into rejected
select s.line, i.headings ->> 'nik', 'duplicate', 'The person stands twice in this segment.'
from (select line, row_number() over (partition by nik, segment order by line) as n from staging) as s
cross join this_import as i
where s.n > 1;
-- [warn]
select register.warn_niks();
select register.find_renamed();
select register.warn_renamed();

insert into warned
select s.line, i.headings ->> 'segment', 'two_segments', 'The person is active in two segments at once; none of them is judged by.'
from (
    select line, count(*) over (partition by nik) as n
    from staging as s
    cross join this_import as i
    where coalesce(s.valid_to, 'infinity') > i.as_of
) as s
cross join this_import as i
where s.n > 1;
-- [prepare]
select import.find_segments_before();
select import.count_segments_said_before();
-- [accept]
select register.note_persons();
select register.add_persons();

-- What was just added is unknown to the planner.
analyze register.person;

insert into register.segment_record (person_id, valid_from, valid_to, listed_on, batch_id, line, office_id, segment)
select p.person_id, s.valid_from, coalesce(s.valid_to, 'infinity'), i.as_of, i.batch_id, s.line, i.office_id, s.segment
from staging as s
cross join this_import as i
inner join register.person as p on p.nik = s.nik
order by p.person_id, s.segment;

analyze register.segment_record;
select brin_summarize_new_values('register.segment_record_list');
-- [changes]
select import.compare_segments();
