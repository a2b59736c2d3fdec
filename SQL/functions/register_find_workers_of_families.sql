-- A family member belongs to the worker whose NIK the row has, else to the one with the same family card number (nomor
-- KK), else to the worker above. In rows that were refused and come back the worker above may be another one.
create or replace function register.find_workers_of_families() returns void
language sql as $$
    update staging as s
    set worker_line = o.worker_line
    from (
        select
            t.line,
            t.relation,
            case
                when t.worker_nik is not null then
                    max(case when t.relation = 'worker' then t.line end)
                        over (partition by t.business_id, coalesce(t.worker_nik, t.nik))
                when t.family_card is not null then coalesce(
                    max(case when t.relation = 'worker' then t.line end)
                        over (partition by t.business_id, t.family_card order by t.line),
                    min(case when t.relation = 'worker' then t.line end) over (partition by t.business_id, t.family_card))
                when not i.mended then max(case when t.relation = 'worker' then t.line end) over (order by t.line)
            end as worker_line
        from staging as t
        cross join this_import as i
    ) as o
    where o.line = s.line and o.relation <> 'worker';

    -- Or to a worker of another list: the one that the rows were refused from, or any where the row has the worker's NIK.
    update staging as s
    set worker_id = f.worker_id
    from (
        select s.line, min(e.person_id) as worker_id
        from staging as s
        cross join this_import as i
        inner join register.employment_fact as e on e.business_id = s.business_id and e.family_card = s.family_card
        inner join import.batch as b on b.batch_id = e.batch_id and i.supplements in (b.batch_id, b.supplements)
        inner join standing as t on t.batch_id = b.batch_id
        where s.relation <> 'worker' and s.worker_nik is null and s.worker_line is null
        group by s.line
        having count(distinct e.person_id) = 1
        union all
        select s.line, p.person_id
        from staging as s
        inner join register.person as p on p.nik = s.worker_nik
        where s.relation <> 'worker' and s.worker_line is null
            and (
                exists (
                    select from register.roster_line as l
                    inner join standing as t on t.batch_id = l.batch_id
                    where l.business_id = s.business_id and l.person_id = p.person_id
                )
                or exists (
                    select from register.enrolment as e
                    inner join standing as t on t.batch_id = e.batch_id
                    where e.business_id = s.business_id and e.person_id = p.person_id
                )
            )
    ) as f
    where f.line = s.line;

    -- Between the worker above and the row a refused row may have been another worker.
    insert into rejected
    select
        s.line, coalesce(i.headings ->> 'relation', 'NIK'), 'unknown_worker',
        case when i.mended and s.family_card is null and s.worker_nik is null
            then 'A row that comes back needs the family card number, which tells whose family it is.'
            else 'The worker of this family member is not in the file, or the worker''s row is refused.'
        end
    from staging as s
    cross join this_import as i
    where s.relation <> 'worker'
        and (
            s.worker_line is null and s.worker_id is null
            or exists (select from rejected as r where r.line = s.worker_line)
            or s.family_card is null and s.worker_nik is null and exists (
                select from rejected as r
                where r.line > s.worker_line and r.line < s.line and not exists (select from staging as t where t.line = r.line)
            )
        );

    insert into rejected
    select s.line, i.headings ->> 'nik', 'duplicate', 'The family member stands twice under the same worker.'
    from (
        select line, row_number() over (partition by worker_line, worker_id, nik order by line) as n
        from staging
        where relation <> 'worker' and coalesce(worker_line, worker_id) is not null and nik is not null
    ) as s
    cross join this_import as i
    where s.n > 1;
$$;
comment on function register.find_workers_of_families() is
    'Finds whose family each staged row of a family member is: worker_line in the file, or worker_id of another list; rejects rows '
    'whose worker is not found, and members who stand twice under one worker.';
