-- code: OPS-01
-- title: Badan usaha tutup masih ditagih
-- title_en: Closed business still billed
-- subject: business
-- strength: established, presumption
-- path: data-correction
-- amount: none
-- cites: PRAKTIK-STATUS, UU-24-2011:15(2)
-- reads: closing, unpaid, coverage, batch
-- evidence: closed_on, closed_by, billed_months, oldest_month, newest_month, billed
-- explanation: Badan usaha tutup sejak {closed_on} menurut {closed_by}, tetapi tagihan {oldest_month} sampai {newest_month} ({billed_months} bulan, {billed}) tetap terbit. Yang diperbaiki adalah data; ini bukan tunggakan.
-- explanation_en: The business has been closed since {closed_on} according to the {closed_by}, but bills of {oldest_month} to {newest_month} ({billed_months} months, {billed}) went on. The data is to be corrected; these are no arrears.
-- question: Apakah badan usaha benar-benar sudah berhenti beroperasi, dan sejak kapan?
-- question_en: Has the business really stopped, and since when?
-- [tested]
select c.business_id, 1 as subjects
from work.closing as c
cross join work.coverage as k
where not c.works_on and k.payments_until is not null and exists (select from work.batch as b where b.kind = 'bills')
-- [not judged]
select c.business_id, case
        when c.works_on then 'closing_contradicted'
        when not exists (select from work.batch as b where b.kind = 'bills') then 'no_bills'
        else 'no_payment_list'
    end as reason, 1 as subjects
from work.closing as c
cross join work.coverage as k
where c.works_on or k.payments_until is null or not exists (select from work.batch as b where b.kind = 'bills')
-- [violations]
-- A month that had begun before the closing was rightly billed, and is owed (IUR-01).
select
    c.business_id,
    null::bigint as person_id,
    case c.source when 'jkn' then 'established' else 'presumption' end as strength,
    null::bigint as amount,
    min(l.month) as since,
    c.closed_on,
    c.source as closed_by,
    count(*) as billed_months,
    min(l.month) as oldest_month,
    max(l.month) as newest_month,
    sum(l.billed)::bigint as billed,
    '{}'::audit.money_line[] as money,
    row(c.line_kind, c.batch_id, c.line)::audit.source_line
        || array_agg(row('bill', l.batch_id, l.line)::audit.source_line order by l.month) as sources
from work.closing as c
inner join work.unpaid as l using (business_id)
cross join work.coverage as k
where not c.works_on and k.payments_until is not null and l.month >= c.closed_on
group by c.business_id, c.closed_on, c.source, c.line_kind, c.batch_id, c.line
