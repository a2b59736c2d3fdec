drop function if exists register.match_candidates(smallint, timestamptz);
create function register.match_candidates(office smallint, known timestamptz default clock_timestamp())
returns table (
    business_id bigint,
    other_id bigint,
    name_similarity integer,
    is_cut boolean,
    shared_numbers text[],
    other_numbers boolean,
    same_district boolean,
    same_form boolean,
    same_address boolean
)
language sql stable as $$
    with identity as materialized (
        select i.business_id, i.identity_id from register.identity(office, known) as i
    ),

    firm as materialized (
        select distinct on (i.identity_id, r.source = 'jkn')
            i.identity_id, r.source = 'jkn' as registered, r.region_code, upper(r.address) as address, n.core, n.legal_form
        from register.business_record as r
        inner join import.standing(office, known) as s using (batch_id)
        inner join identity as i using (business_id)
        cross join lateral register.firm_name(r.name) as n
        order by i.identity_id, r.source = 'jkn', r.as_of desc, r.batch_id desc
    ),

    -- One side is in the list of BPJS Kesehatan, the other in other lists alone.
    known_firm as (select f.* from firm as f where f.registered),
    unknown_firm as (
        select f.* from firm as f
        where not f.registered and not exists (select from known_firm as k where k.identity_id = f.identity_id)
    ),

    -- Pairs worth comparing have a word, or the beginning of the name, that few firms of the regency have.
    block as (
        select f.identity_id, f.registered, left(f.region_code, 5) as regency, w.word
        from firm as f
        cross join lateral (
            select regexp_split_to_table(f.core, ' ') as word
            union
            select '^' || left(replace(f.core, ' ', ''), 6)
        ) as w
        where length(w.word) >= 3
    ),

    rare as (
        select b.regency, b.word from block as b group by b.regency, b.word having count(*) <= 200
    ),

    by_name as (
        select distinct u.identity_id as business_id, k.identity_id as other_id
        from block as u
        inner join rare as r using (regency, word)
        inner join block as k using (regency, word)
        where not u.registered and k.registered
    ),

    number as materialized (
        select distinct i.identity_id, n.kind, n.value
        from register.business_identifier as n
        inner join import.standing(office, known) as s using (batch_id)
        inner join identity as i using (business_id)
    ),

    by_number as (
        select u.identity_id as business_id, k.identity_id as other_id, array_agg(distinct u.kind order by u.kind) as kinds
        from number as u
        inner join number as k using (kind, value)
        where u.identity_id <> k.identity_id
        group by u.identity_id, k.identity_id
    ),

    -- Who has an NPWP or NIB that the other has another of is hardly the same.
    taxed as materialized (
        select n.identity_id, array_agg(distinct n.kind) as kinds
        from number as n
        where n.kind in ('npwp', 'nib')
        group by n.identity_id
    ),

    pair as (
        select business_id, other_id, p.kinds
        from by_name
        full join by_number as p using (business_id, other_id)
    ),

    compared as (
        select
            p.business_id,
            p.other_id,
            round(reference.similarity(u.core, k.core) * 100)::integer as name_similarity,
            least(length(u.core), length(k.core)) >= 8
                and u.core <> k.core and (starts_with(u.core, k.core) or starts_with(k.core, u.core)) as is_cut,
            coalesce(p.kinds, '{}') as shared_numbers,
            p.kinds is null and coalesce(ut.kinds && kt.kinds, false) as other_numbers,
            length(u.region_code) >= 8 and left(u.region_code, 8) = left(k.region_code, 8) as same_district,
            u.legal_form is not distinct from k.legal_form as same_form,
            reference.similarity(u.address, k.address) >= 0.6 as same_address
        from pair as p
        inner join unknown_firm as u on u.identity_id = p.business_id
        inner join known_firm as k on k.identity_id = p.other_id
        left join taxed as ut on ut.identity_id = p.business_id
        left join taxed as kt on kt.identity_id = p.other_id
    )

    select c.*
    from compared as c
    cross join (
        select
            law.setting('match_min_name_similarity', known::date) as proposed,
            law.setting('match_same_name_similarity', known::date) as same
    ) as t
    where (
            c.shared_numbers <> '{}'
            or c.name_similarity >= case when c.other_numbers then t.same else t.proposed end
            or c.is_cut and not c.other_numbers
        )
        -- What people have decided is not asked again.
        and not exists (
            select from register.business_match as d
            inner join identity as a on a.business_id = d.business_id
            inner join identity as b on b.business_id = d.other_id
            where d.verdict = 'different' and d.decided_at <= known
                and (a.identity_id, b.identity_id) in ((c.business_id, c.other_id), (c.other_id, c.business_id))
        )
$$;
comment on function register.match_candidates(smallint, timestamptz) is
    'Employers of other lists that may be an employer of BPJS Kesehatan''s list: a number in common, or names alike in one regency '
    '(trigrams, legal forms and abbreviations set aside; a name that is the beginning of the other counts as cut). other_numbers: '
    'each has an NPWP or a NIB, and they are different. People decide.';
