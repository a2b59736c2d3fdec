-- code: REG-02H
-- title: Jumlah pekerja melebihi peserta yang didaftarkan
-- title_en: More workers than registered participants
-- subject: business
-- strength: presumption, indication
-- path: administrative
-- amount: monthly
-- cites: UU-24-2011:15(1), PP-86-2013:3(1)a, PERPRES-82-2018:13(1)
-- reads: business, headcount_gap, tariff
-- evidence: workers, registered, registered_by, missing, headcount_on, month, floor
-- explanation: Menurut laporan per {headcount_on} badan usaha mempekerjakan {workers} pekerja, sedangkan menurut {registered_by} yang terdaftar sebagai peserta {registered}: kurang {missing}. Upah minimum untuk {month}, yang sekurang-kurangnya menjadi dasar iuran mereka: {floor}.
-- explanation_en: As reported on {headcount_on} the employer has {workers} workers, and according to {registered_by} {registered} are enrolled: {missing} are missing. The minimum wage of {month}, on which their contribution is based at the least: {floor}.
-- question: Siapa pekerja yang belum didaftarkan, dan adakah di antaranya pekerja asing dengan masa kerja kurang dari enam bulan?
-- question_en: Who are the workers that are not registered, and are there foreigners among them who work for less than six months?
-- [tested]
select g.business_id, 1 as subjects from work.headcount_gap as g where g.missing is null
-- [not judged]
select g.business_id, g.missing as reason, 1 as subjects
from work.headcount_gap as g
where g.missing is not null
union all
-- The breach itself stands; only its amount is open.
select g.business_id, 'amount:' || t.missing, 1
from work.headcount_gap as g
cross join work.scope as s
inner join work.tariff as t on t.region_code = g.region_code and t.month = s.month
where g.missing is null and g.registered_by = 'list' and g.headcount > g.registered and t.missing is not null
-- [violations]
select
    g.business_id,
    null::bigint as person_id,
    -- A bill tells how many are enrolled within a few only.
    case g.registered_by when 'list' then 'presumption' else 'indication' end as strength,
    case g.registered_by when 'list' then n.missing * c.total end as amount,
    date_trunc('month', g.headcount_on)::date as since,
    g.headcount as workers,
    g.registered,
    g.registered_by,
    n.missing,
    g.headcount_on,
    s.month,
    t.floor,
    -- An amount that is open has no arithmetic.
    array_remove(array[case when g.registered_by = 'list' and c.total is not null then row(
        s.month, n.missing * t.floor, n.missing * t.floor, n.missing * c.employer_share, n.missing * c.worker_share,
        n.missing * c.total, 0, n.missing * c.total
    )::audit.money_line end], null) as money,
    array[row(b.headcount_source, b.headcount_batch, b.headcount_line)::audit.source_line]
        || case g.registered_by when 'bill' then array[row('bill', g.bill_batch, g.bill_line)::audit.source_line] end as sources
from work.headcount_gap as g
inner join work.business as b using (business_id)
cross join work.scope as s
inner join work.tariff as t on t.region_code = g.region_code and t.month = s.month
cross join lateral (select g.headcount - g.registered as missing) as n
cross join lateral law.contribution_on_base(
    case when t.missing is null then law.contribution_base(t.floor, t.floor, t.cap) end,
    t.employer_rate, t.worker_rate, t.extra_family_rate, 0) as c
where g.missing is null and g.headcount > g.registered
