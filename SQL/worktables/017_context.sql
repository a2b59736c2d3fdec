-- What every judgement of the office rests on besides the evidence about the employer. When nothing of it has changed since
-- the run before, only employers that something new speaks of are judged again (partial); or some are chosen.
create unlogged table work.context as
with context as materialized (
    select encode(sha256(convert_to(jsonb_build_object(
        'as_of', s.as_of,
        'rules', s.rules,
        'law', (
            select jsonb_agg(l.name || ' ' || l.sha256 order by l.name)
            from (
                select d.name, d.sha256 from reference.dataset as d
                union all
                select 'functions/' || f.name, f.sha256 from patuh.function_file as f
            ) as l
        ),
        'coverage', to_jsonb(k),
        -- Without any list of a kind nothing is judged by it.
        'kinds', (select jsonb_agg(distinct b.kind order by b.kind) from work.batch as b),
        -- Which numbers they give tells who would have been found in them.
        'employer_lists', (select jsonb_agg(b.batch_id order by b.batch_id) from work.batch as b where b.kind = 'jkn-businesses'),
        'labour_lists', (select jsonb_agg(to_jsonb(l) order by l.region_code, l.batch_id) from work.labour_list as l),
        -- Lists of segments name persons, not employers; the newest member list tells up to when anybody's place is known.
        'segment_lists', (select jsonb_agg(b.batch_id order by b.batch_id) from work.batch as b where b.kind = 'segments'),
        'member_lists', (select max(b.as_of) from work.batch as b where b.kind = 'jkn-members'),
        -- Rows of a member list that were refused may name anybody.
        'lacking', (
            select jsonb_agg(jsonb_build_array(b.list_id, i.rows_rejected, i.rows_accepted) order by b.batch_id)
            from work.batch as b
            inner join import.batch as i using (batch_id)
            where b.kind = 'jkn-members' and (i.rows_rejected > 0 or i.supplements is not null)
        )
    )::text, 'UTF8')), 'hex') as sha256
    from work.scope as s
    cross join work.coverage as k
)

select
    c.sha256,
    r.run_id as previous_run,
    -- What people decided while that run began is looked at once more.
    r.known_at as previous_known_at,
    h.chosen,
    h.chosen or coalesce(not s.everybody and r.context_sha256 = c.sha256 and r.known_at <= s.known_at, false) as partial
from context as c
cross join work.scope as s
cross join (select exists (select from work.chosen) as chosen) as h
left join audit.run as r on r.run_id = s.previous_run;
analyze work.context;
