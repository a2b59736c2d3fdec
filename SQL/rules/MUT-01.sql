-- code: MUT-01
-- title: Mutasi pekerja tidak sesuai kenyataan
-- title_en: Worker taken off although the work went on
-- subject: worker
-- strength: established, presumption
-- path: administrative
-- amount: arrears
-- cites: UU-24-2011:15(2), PP-86-2013:3(1)b, PP-86-2013:13(3)a, UU-24-2011:19(2)
-- reads: business, interruption, interrupted_pay, wage_month, tariff
-- evidence: pattern, first_month, last_month, gap_months, listed_months
-- explanation: Pekerja tidak terdaftar dari {first_month} sampai {last_month} ({pattern}), tetapi {listed_months} dari {gap_months} bulan itu memuatnya sebagai pekerja dalam daftar pekerja.
-- explanation_en: The worker was not enrolled from {first_month} to {last_month} ({pattern}), but {listed_months} of these {gap_months} months have the worker on the list of those who worked.
-- question: Apakah pekerja pada bulan-bulan itu benar-benar berhenti bekerja, dan upah di daftar itu pembayaran terakhir?
-- question_en: Had the worker really stopped in these months, and is the wage on the lists a final payment?
-- [tested]
select i.business_id, count(distinct i.person_id) as subjects
from work.interrupted_pay as i
inner join work.business as b using (business_id)
where b.registered and b.active and i.reason is null and (i.lists > 0 or i.later_lists > 0)
group by i.business_id
-- [not judged]
select i.business_id, coalesce(i.reason, 'no_worker_list_then') as reason, count(distinct i.person_id) as subjects
from work.interrupted_pay as i
inner join work.business as b using (business_id)
-- A departure after which no list names the worker is what it says.
where b.registered and b.active
    and case when i.reason is null then i.pattern = 'off_on' and i.lists = 0 else i.named > 0 end
group by i.business_id, coalesce(i.reason, 'no_worker_list_then')
union all
-- The breach itself stands; only its amount is open.
select i.business_id, 'amount:' || coalesce(t.missing, 'no_wage'), count(distinct i.person_id)
from work.interrupted_pay as i
cross join work.scope as s
inner join work.business as b using (business_id)
inner join work.wage_month as w
    on (w.business_id, w.person_id) = (i.business_id, i.person_id) and w.month between i.first_named and i.last_named
inner join work.tariff as t on t.region_code = b.region_code and t.month = w.month
where b.registered and b.active and i.reason is null and i.named > 0 and i.named = i.lists
    and (i.later_lists = 0 or i.named > law.setting('departure_final_pay_months', s.as_of))
    and (t.missing is not null or w.wage is null)
group by i.business_id, coalesce(t.missing, 'no_wage')
-- [violations]
-- Who is missing from a list of these months had left for a time. After a reported departure the first wage may be the final
-- pay. Where the lists of some of the months are not there, the months that they would speak of are not counted.
with gap as (
    select
        i.*, b.region_code,
        case
            when i.named = i.months and not i.unsure
                and (i.pattern = 'off_on' or i.named > law.setting('departure_final_pay_months', s.as_of)) then 'established'
            else 'presumption'
        end as strength
    from work.interrupted_pay as i
    cross join work.scope as s
    inner join work.business as b using (business_id)
    where b.registered and b.active and i.reason is null and i.named > 0 and i.named = i.lists
        and (i.later_lists = 0 or i.named > law.setting('departure_final_pay_months', s.as_of))
),

-- What is only likely is not added to what is proven.
best as (
    select g.*
    from gap as g
    inner join (select business_id, person_id, min(strength) as strength from gap group by business_id, person_id) as m
        using (business_id, person_id, strength)
),

due as (
    select
        g.business_id, g.person_id, min(w.month) as since, sum(c.total)::bigint as total,
        bool_and(c.total is not null) as is_known,
        array_agg(row(
            w.month, w.wage, a.base, c.employer_share, c.worker_share, c.total, 0, c.total
        )::audit.money_line order by w.month) as money,
        array_agg(row(w.line_kind, w.batch_id, w.line)::audit.source_line order by w.month) as sources
    from best as g
    inner join work.wage_month as w
        on (w.business_id, w.person_id) = (g.business_id, g.person_id) and w.month between g.first_named and g.last_named
    inner join work.tariff as t on t.region_code = g.region_code and t.month = w.month
    cross join lateral (
        select case when t.missing is null then law.contribution_base(w.wage, t.floor, t.cap) end as base
    ) as a
    cross join lateral law.contribution_on_base(a.base, t.employer_rate, t.worker_rate, t.extra_family_rate, 0) as c
    where w.wage is distinct from 0
    group by g.business_id, g.person_id
),

removal as (
    select b.business_id, b.person_id, array_agg(row(b.kind, b.batch_id, b.line)::audit.source_line order by b.batch_id, b.line) as sources
    from (
        select distinct g.business_id, g.person_id, o.kind, o.batch_id, o.line
        from best as g
        cross join lateral unnest(g.sources) as o
    ) as b
    group by b.business_id, b.person_id
),

total as (
    select
        business_id, person_id, min(strength) as strength, (array_agg(pattern order by first_month))[1] as pattern,
        min(first_month) as first_month, max(coalesce(case pattern when 'left' then last_named end, last_month)) as last_month,
        sum(months) as gap_months, sum(named) as listed_months
    from best
    group by business_id, person_id
)

select
    t.business_id,
    t.person_id,
    t.strength,
    case when d.is_known then d.total end as amount,
    d.since,
    t.pattern,
    t.first_month,
    t.last_month,
    t.gap_months,
    t.listed_months,
    -- An amount that is open has no arithmetic.
    case when d.is_known then d.money else '{}' end as money,
    d.sources || r.sources as sources
from total as t
inner join due as d using (business_id, person_id)
inner join removal as r using (business_id, person_id)
