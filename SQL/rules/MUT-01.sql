-- code: MUT-01
-- title: Mutasi pekerja tidak sesuai kenyataan
-- title_en: Worker taken off although the work went on
-- subject: worker
-- strength: established, presumption
-- path: administrative
-- amount: arrears
-- cites: UU-24-2011:15(2), PP-86-2013:3(1)b, PP-86-2013:13(3)a
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
select i.business_id, 'amount:' || i.missing, count(distinct i.person_id)
from work.interrupted_pay as i
cross join work.scope as s
inner join work.business as b using (business_id)
where b.registered and b.active and i.reason is null and i.missing is not null and i.named > 0 and i.named = i.lists
    and (i.later_lists = 0 or i.named > law.setting('departure_final_pay_months', s.as_of))
group by i.business_id, i.missing
-- [violations]
-- Who is missing from a list of these months had left for a time. After a reported departure the first wage may be the final
-- pay. Where the lists of some of the months are not there, the months that they would speak of are not counted.
with gap as (
    select
        i.*, b.region_code,
        case
            when i.named = i.months and not i.unsure
                and (not i.is_reported or i.named > law.setting('departure_final_pay_months', s.as_of)) then 'established'
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
    select
        g.*, min(g.first_month) over worker as from_month,
        max(case g.pattern when 'left' then g.last_named else g.last_month end) over worker as until_month,
        sum(g.months) over worker as gap_months, sum(g.named) over worker as listed_months,
        first_value(g.pattern) over (worker order by g.first_month) as first_pattern
    from (select n.*, min(n.strength) over (partition by n.business_id, n.person_id) as strongest from gap as n) as g
    where g.strength = g.strongest
    window worker as (partition by g.business_id, g.person_id)
),

line as (
    select
        g.business_id, g.person_id, g.strength, g.first_pattern, g.from_month, g.until_month, g.gap_months, g.listed_months,
        w.month, w.wage, a.base, c.employer_share, c.worker_share, c.total,
        row(w.line_kind, w.batch_id, w.line)::audit.source_line as source
    from best as g
    inner join work.wage_month as w
        on w.business_id = g.business_id and w.person_id = g.person_id and w.month between g.first_named and g.last_named
    inner join work.tariff as t on t.region_code = g.region_code and t.month = w.month
    cross join lateral (
        select case when t.missing is null then law.contribution_base(w.wage, t.floor, t.cap) end as base
    ) as a
    cross join lateral law.contribution_on_base(a.base, t.employer_rate, t.worker_rate, t.extra_family_rate, 0) as c
    where w.wage is distinct from 0
    union all
    -- The rows that show the removal.
    select
        g.business_id, g.person_id, g.strength, g.first_pattern, g.from_month, g.until_month, g.gap_months, g.listed_months,
        null, null, null, null, null, null, row(o.kind, o.batch_id, o.line)::audit.source_line
    from best as g
    cross join lateral unnest(g.sources) as o
)

select
    l.business_id,
    l.person_id,
    l.strength,
    -- An amount that is open has no arithmetic.
    case when bool_and(l.total is not null) filter (where l.month is not null) then sum(l.total)::bigint end as amount,
    min(l.month) as since,
    l.first_pattern as pattern,
    l.from_month as first_month,
    l.until_month as last_month,
    l.gap_months,
    l.listed_months,
    case
        when bool_and(l.total is not null) filter (where l.month is not null) then array_agg(row(
            l.month, l.wage, l.base, l.employer_share, l.worker_share, l.total, 0, l.total
        )::audit.money_line order by l.month) filter (where l.month is not null)
        else '{}'
    end as money,
    array_agg(distinct l.source) as sources
from line as l
group by
    l.business_id, l.person_id, l.strength, l.first_pattern, l.from_month, l.until_month, l.gap_months, l.listed_months
