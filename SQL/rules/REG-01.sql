-- code: REG-01
-- title: Badan usaha belum mendaftar
-- title_en: Employer not registered
-- subject: business
-- strength: established, presumption
-- path: administrative
-- amount: monthly
-- cites: UU-24-2011:15(1), PP-86-2013:3(1)a, PERPRES-82-2018:13(1)
-- reads: business, coverage, match, roster, unregistered, unregistered_worker, tariff
-- evidence: workers, basis, headcount_on, month, floor
-- explanation: Badan usaha aktif dengan {workers} pekerja ({basis}) belum terdaftar di BPJS Kesehatan. Iuran yang seharusnya dibayar sebulan dihitung untuk {month}.
-- explanation_en: An active employer with {workers} workers ({basis}) is not registered with BPJS Kesehatan. The monthly contribution that should be paid is computed for {month}.
-- question: Apakah badan usaha ini terdaftar di BPJS Kesehatan dengan nama atau nomor lain?
-- question_en: Is this employer registered with BPJS Kesehatan under another name or number?
-- [tested]
select b.business_id, 1 as subjects
from work.business as b
cross join work.coverage as k
where b.active and k.has_employer_list
    and not exists (select from work.match as m where m.business_id = b.business_id)
    and (b.headcount > 0 or b.registered or exists (select from work.roster as r where r.business_id = b.business_id and r.fresh))
    and not exists (select from work.unregistered as u where u.business_id = b.business_id and u.missing is not null)
-- [not judged]
select
    b.business_id,
    case when k.employer_list_on is null then 'no_employer_list' else 'employer_list_too_old' end as reason,
    1 as subjects
from work.business as b
cross join work.coverage as k
where b.active and not k.has_employer_list
    and (b.headcount > 0 or exists (select from work.roster as r where r.business_id = b.business_id and r.fresh))
union all
-- A registered employer of a like name, or with a number of it, may be the same one: people decide first.
select b.business_id, 'undecided_match', 1
from work.business as b
cross join work.coverage as k
where b.active and k.has_employer_list and not b.registered
    and exists (select from work.match as m where m.business_id = b.business_id)
    and (b.headcount > 0 or exists (select from work.roster as r where r.business_id = b.business_id and r.fresh))
union all
-- That there is anybody to register is not shown.
select u.business_id, u.missing, 1
from work.unregistered as u
cross join work.coverage as k
where k.has_employer_list and u.missing is not null
    and not exists (select from work.match as m where m.business_id = u.business_id)
union all
-- The breach itself stands; only its amount is open.
select u.business_id, 'amount:' || t.missing, 1
from work.unregistered as u
cross join work.coverage as k
cross join work.scope as s
inner join work.tariff as t on t.region_code = u.region_code and t.month = coalesce(u.named_month, s.month)
where k.has_employer_list and u.missing is null and t.missing is not null
    and not exists (select from work.match as m where m.business_id = u.business_id)
union all
select w.business_id, 'amount:no_wage', 1
from work.unregistered_worker as w
cross join work.coverage as k
inner join work.tariff as t using (region_code, month)
where k.has_employer_list and t.missing is null and w.wage is null and w.due
    and not exists (select from work.match as m where m.business_id = w.business_id)
group by w.business_id
-- [violations]
with named as (
    select
        w.business_id,
        w.month,
        count(*) as workers,
        bool_and(w.wage is not null) as has_wages,
        sum(w.wage)::bigint as wage,
        array_agg(row(w.line_kind, w.batch_id, w.line)::audit.source_line order by w.batch_id, w.line) as sources,
        sum(law.contribution_base(w.wage, t.floor, t.cap))::bigint as base,
        sum(law.share(law.contribution_base(w.wage, t.floor, t.cap), t.employer_rate))::bigint as employer_share,
        sum(law.share(law.contribution_base(w.wage, t.floor, t.cap), t.worker_rate))::bigint as worker_share
    from work.unregistered_worker as w
    inner join work.tariff as t using (region_code, month)
    where w.due
    group by w.business_id, w.month
),

-- Where nobody is named, every worker counts at the minimum wage.
counted as (
    select
        b.business_id,
        s.month,
        b.counted as workers,
        b.counted * t.floor as wage,
        b.counted * law.contribution_base(t.floor, t.floor, t.cap) as base,
        b.counted * law.share(law.contribution_base(t.floor, t.floor, t.cap), t.employer_rate) as employer_share,
        b.counted * law.share(law.contribution_base(t.floor, t.floor, t.cap), t.worker_rate) as worker_share
    from work.unregistered as b
    cross join work.scope as s
    inner join work.tariff as t on t.region_code = b.region_code and t.month = s.month
    where b.missing is null and b.counted > 0
),

unregistered as (
    select
        b.business_id,
        b.headcount_on,
        coalesce(date_trunc('month', b.listed_on)::date, n.month, c.month) as since,
        coalesce(n.month, c.month) as month,
        coalesce(n.workers, c.workers) as workers,
        case when n.business_id is not null then 'named_workers' else 'headcount' end as basis,
        -- A sum over some of the workers would pass for the whole: one wage that is not known leaves it open.
        case when n.business_id is null then c.wage when n.has_wages then n.wage end as wage,
        case when n.business_id is null then c.base when n.has_wages then n.base end as base,
        case when n.business_id is null then c.employer_share when n.has_wages then n.employer_share end as employer_share,
        case when n.business_id is null then c.worker_share when n.has_wages then n.worker_share end as worker_share,
        array_remove(array[
            case when b.listed_batch is not null
                then row(b.listed_source, b.listed_batch, b.listed_line)::audit.source_line end,
            case when n.business_id is null and b.headcount_source is distinct from b.listed_source
                then row(b.headcount_source, b.headcount_batch, b.headcount_line)::audit.source_line end
        ], null) || coalesce(n.sources, '{}') as sources,
        b.region_code,
        -- Without a number to look it up by only its name was looked for; and contracts of foreigners may end early.
        case when b.comparable and not a.by_contract then 'established' else 'presumption' end as strength
    from work.unregistered as a
    inner join work.business as b using (business_id)
    cross join work.coverage as k
    left join named as n using (business_id)
    left join counted as c using (business_id)
    where k.has_employer_list and a.missing is null and (n.business_id is not null or c.business_id is not null)
        and not exists (select from work.match as m where m.business_id = b.business_id)
)

select
    u.business_id,
    null::bigint as person_id,
    u.strength,
    u.employer_share + u.worker_share as amount,
    u.since,
    u.workers,
    u.basis,
    u.headcount_on,
    u.month,
    t.floor,
    -- An amount that is open has no arithmetic.
    array_remove(array[case when u.base is not null then row(
        u.month, u.wage, u.base, u.employer_share, u.worker_share,
        u.employer_share + u.worker_share, 0, u.employer_share + u.worker_share
    )::audit.money_line end], null) as money,
    u.sources
from unregistered as u
inner join work.tariff as t using (region_code, month)
