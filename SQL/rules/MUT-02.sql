-- code: MUT-02
-- title: PHK tanpa bukti, iuran dihentikan
-- title_en: Termination without proof, contributions stopped
-- subject: worker
-- strength: presumption
-- path: collection
-- amount: monthly
-- cites: PERPRES-59-2024:27, UU-40-2004:21
-- reads: business, departure, termination, member_list, parameter, tariff
-- evidence: left_on, benefit_until, month, registered_wage, base
-- explanation: Badan usaha melaporkan PHK sejak {left_on} dan iuran pekerja berhenti; bukti PHK tidak ada dalam data. Tanpa bukti iuran tetap dibayar; dengan bukti jaminan berlaku tanpa iuran sampai {benefit_until}.
-- explanation_en: The employer reported a termination (PHK) from {left_on} and the worker's contributions stopped; no proof of it is on record. Without proof contributions go on; with proof the benefits last without contribution until {benefit_until}.
-- question: Adakah bukti PHK: surat PHK dengan tanda terima laporan PHK dari dinas ketenagakerjaan, perjanjian bersama dengan tanda terima laporan atau akta pendaftarannya, atau putusan pengadilan hubungan industrial yang berkekuatan hukum tetap? Apakah PHK masih disengketakan?
-- question_en: Is there proof: the notice with the receipt of the labour office, a joint agreement with receipt or registration deed, or a final ruling of the industrial court? Is the termination still disputed?
-- [tested]
select d.business_id, count(*) as subjects
from work.departure as d
inner join work.business as b using (business_id)
inner join work.member_list as l using (business_id)
inner join work.parameter as p on p.name = 'phk_benefit_months'
cross join work.scope as s
where b.registered and b.active and d.cause is not null and l.listed_on >= d.left_on and not l.incomplete
    and d.left_on + make_interval(months => p.value::integer) > s.as_of
group by d.business_id
-- [not judged]
select t.business_id, case
        when p.name is null then 'no_parameter:phk_benefit_months'
        when t.cause is null then 'departure_cause_unknown'
        when t.listed_on is null then 'no_member_list'
        when t.listed_on < t.left_on then 'member_list_too_old'
        else 'member_list_incomplete'
    end as reason, count(*) as subjects
from work.termination as t
inner join work.business as b using (business_id)
left join work.parameter as p on p.name = 'phk_benefit_months'
cross join work.scope as s
where b.registered and b.active and t.proof is null and not t.enrolled and not t.works_on
    and coalesce(t.left_on + make_interval(months => p.value::integer) > s.as_of, true)
    and (p.name is null or t.cause is null or t.listed_on is null or t.listed_on < t.left_on or t.incomplete)
group by 1, 2
union all
-- The question stands; only the amount is open.
select t.business_id, 'amount:' || f.missing, count(*)
from work.termination as t
inner join work.business as b using (business_id)
inner join work.parameter as p on p.name = 'phk_benefit_months'
cross join work.scope as s
inner join work.tariff as f on f.region_code = b.region_code and f.month = s.month
where b.registered and b.active and t.cause = 'phk' and t.proof is null and not t.enrolled and not t.works_on
    and t.listed_on >= t.left_on and not t.incomplete and t.left_on + make_interval(months => p.value::integer) > s.as_of
    and f.missing is not null
group by 1, 2
-- [violations]
-- Whose membership goes on lacks nothing; whom the newest list still has at work has not left, which is the matter of
-- MUT-01. The question is asked as long as the benefit without contribution would run.
select
    t.business_id,
    t.person_id,
    c.total as amount,
    date_trunc('month', t.left_on)::date as since,
    t.left_on,
    d.benefit_ends_on - 1 as benefit_until,
    s.month,
    t.wage as registered_wage,
    a.base,
    -- An amount that is open has no arithmetic.
    array_remove(array[case when c.total is not null then row(
        s.month, t.wage, a.base, c.employer_share, c.worker_share, c.total, 0, c.total
    )::audit.money_line end], null) as money,
    array[
        row('mutation', t.batch_id, t.line)::audit.source_line,
        row('enrolment', t.member_batch, t.member_line)::audit.source_line
    ] as sources
from work.termination as t
inner join work.business as b using (business_id)
inner join work.parameter as p on p.name = 'phk_benefit_months'
cross join work.scope as s
inner join work.tariff as f on f.region_code = b.region_code and f.month = s.month
cross join lateral (select (t.left_on + make_interval(months => p.value::integer))::date as benefit_ends_on) as d
cross join lateral (
    select case when f.missing is null then law.contribution_base(t.wage, f.floor, f.cap) end as base
) as a
cross join lateral law.contribution_on_base(a.base, f.employer_rate, f.worker_rate, f.extra_family_rate, 0) as c
where b.registered and b.active and t.cause = 'phk' and t.proof is null and not t.enrolled and not t.works_on
    and t.listed_on >= t.left_on and not t.incomplete and d.benefit_ends_on > s.as_of
