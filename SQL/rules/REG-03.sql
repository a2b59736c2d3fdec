-- code: REG-03
-- title: Belum membayar iuran pertama
-- title_en: First contribution never paid
-- subject: business
-- strength: established
-- path: collection
-- amount: included
-- cites: UU-24-2011:19(1), UU-24-2011:19(2), PERPRES-82-2018:13(1)
-- reads: business, coverage, limits, paid, billed, unpaid
-- evidence: registered_on, months, oldest_month, newest_month, billed, payments_from, payments_until
-- explanation: Badan usaha terdaftar sejak {registered_on} dan telah ditagih {months} bulan, {oldest_month} sampai {newest_month}, sejumlah {billed}, tetapi belum pernah membayar iuran. Jumlahnya termasuk tunggakan iuran (IUR-01) dan tidak ditambahkan lagi.
-- explanation_en: The employer has been registered since {registered_on} and billed for {months} months, {oldest_month} to {newest_month}, {billed} in all, but has never paid. The amount is part of the arrears (IUR-01) and not added to them.
-- question:
-- question_en:
-- [tested]
select b.business_id, 1 as subjects
from work.business as b
cross join work.coverage as k
left join work.paid as p using (business_id)
where b.registered and b.active and k.payments_until is not null
    and (p.business_id is not null or k.payments_from <= b.registered_on)
    and exists (select from work.billed as l where l.business_id = b.business_id and l.owed)
-- [not judged]
select b.business_id, 'no_payment_list' as reason, 1 as subjects
from work.business as b
cross join work.coverage as k
where b.registered and b.active and k.payments_until is null
    and exists (select from work.billed as l where l.business_id = b.business_id)
union all
-- Payments made before the lists begin are not in them.
select b.business_id, 'payments_start_later', 1
from work.business as b
cross join work.coverage as k
left join work.paid as p using (business_id)
where b.registered and b.active and k.payments_until is not null
    and p.business_id is null and coalesce(k.payments_from, 'infinity') > b.registered_on
    and exists (select from work.billed as l where l.business_id = b.business_id and l.owed)
union all
-- The month of registration has ended since the payments reach no further.
select b.business_id, 'payments_too_old', 1
from work.business as b
cross join work.coverage as k
cross join work.scope as s
cross join lateral (select (date_trunc('month', b.registered_on) + interval '1 month')::date as ended_on) as m
where b.registered and b.active and m.ended_on <= s.as_of and m.ended_on > k.payments_until
union all
select b.business_id, 'no_bills', 1
from work.business as b
where b.registered and b.active
    and not exists (select from work.billed as l where l.business_id = b.business_id)
-- [violations]
-- Arrears of the same months are found by IUR-01: the amount stands here to be read, and is not added up again.
with unpaid as (
    select
        l.*, b.registered_on, b.jkn_batch, b.jkn_line,
        law.arrears_status(
            row_number() over (partition by l.business_id order by l.month desc), c.arrears_ceiling) as status
    from work.unpaid as l
    inner join work.business as b using (business_id)
    cross join work.coverage as k
    cross join work.limits as c
    where b.registered and b.active and k.payments_until is not null and l.ended and not l.after_closing
        and k.payments_from <= b.registered_on
        and not exists (select from work.paid as p where p.business_id = l.business_id)
)

select
    u.business_id,
    null::bigint as person_id,
    (sum(u.billed) filter (where u.status is distinct from 'di_luar_plafon_24'))::bigint as amount,
    min(u.month) as since,
    u.registered_on,
    count(*) as months,
    min(u.month) as oldest_month,
    max(u.month) as newest_month,
    sum(u.billed)::bigint as billed,
    k.payments_from,
    k.arrears_as_of as payments_until,
    array_agg(
        row(u.month, null, null, null, null, u.billed, u.billed, u.paid, u.billed - u.paid, u.status)::audit.contribution_line
        order by u.month
    ) as money,
    array[row('jkn', u.jkn_batch, u.jkn_line)::audit.source_line]
        || array_agg(row('bill', u.batch_id, u.line)::audit.source_line order by u.month) as sources
from unpaid as u
cross join work.coverage as k
group by u.business_id, u.registered_on, u.jkn_batch, u.jkn_line, k.payments_from, k.arrears_as_of
