create or replace function register.worker_candidates(office smallint, known timestamptz default clock_timestamp())
returns table (person_id bigint, other_id bigint, name_similarity integer, same_employer boolean)
language sql stable as $$
    with worker as materialized (select * from register.unknown_workers(office)),

    alike as materialized (
        select w.person_id, w.business_id, o.person_id as other_id,
            round(reference.similarity(upper(w.name), upper(o.name)) * 100)::integer as name_similarity
        from worker as w
        inner join register.person_profile as o on o.birth_date = w.birth_date and o.nik is not null
    ),

    compared as (
        select a.*, exists (
                select from register.roster_line as l
                where l.person_id = a.other_id and l.business_id in (select register.group_of(a.business_id))
                union all
                select from register.enrolment as e
                where e.person_id = a.other_id and e.business_id in (select register.group_of(a.business_id))
            ) as same_employer
        from alike as a
        where a.name_similarity >= law.setting('match_min_name_similarity', known::date)
    )

    select c.person_id, c.other_id, c.name_similarity, c.same_employer
    from compared as c
    -- Elsewhere than with the employer many are born on the same day with a name like it.
    where (c.same_employer or c.name_similarity = 100)
        and not exists (
            select from register.person_match as d
            where d.person_id = c.person_id and d.other_id = c.other_id and d.verdict = 'different' and d.decided_at <= known
        )
$$;
comment on function register.worker_candidates(smallint, timestamptz) is
    'Persons with a NIK who may be a worker without one: born on the same day, with a name like it on a list of the same employer, '
    'or with the very name elsewhere. People decide.';
