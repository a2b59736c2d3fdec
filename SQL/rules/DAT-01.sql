-- code: DAT-01
-- title: Upah dilaporkan lebih rendah
-- title_en: Wage reported lower than another source says
-- subject: worker
-- strength: presumption
-- path: administrative
-- amount: monthly
-- cites: UU-24-2011:15(2), PP-86-2013:3(1)b, PP-86-2013:13(3)a, PERPRES-82-2018:30
-- reads: business, roster_gap, workforce, list_part, workforce_count, tariff
-- evidence: list, month, wage, registered_wage, floor, cap, base, registered_base
-- explanation: Upah yang dilaporkan ke BPJS Kesehatan {registered_wage} lebih rendah daripada upah di {list} {month} sebesar {wage}; dasar iuran seharusnya {base}, bukan {registered_base}.
-- explanation_en: The wage reported to BPJS Kesehatan, {registered_wage}, is lower than the one on the {list} of {month}, {wage}; the contribution base should be {base}, not {registered_base}.
-- question: Apakah upah di daftar itu hanya memuat gaji pokok dan tunjangan tetap?
-- question_en: Does that list hold basic wage and fixed allowances only?
-- [tested]
select w.business_id, w.workers as subjects
from work.workforce_count as w
inner join work.tariff as t using (region_code, month)
where w.list_covers and t.missing is null and w.enrolled and w.has_wage
-- [not judged]
select w.business_id, coalesce(t.missing, case when w.listed_on is null then 'no_member_list' else 'member_list_too_old' end) as reason, w.workers as subjects
from work.workforce_count as w
inner join work.tariff as t using (region_code, month)
where not w.list_covers or t.missing is not null
union all
select g.business_id, g.reason, 1 from work.roster_gap as g
union all
select w.business_id, 'no_wage', w.workers
from work.workforce_count as w
inner join work.tariff as t using (region_code, month)
where w.list_covers and t.missing is null and w.enrolled and not w.has_wage
-- [violations]
select
    w.business_id,
    w.person_id,
    d.total - g.total as amount,
    w.month as since,
    l.source as list,
    w.month,
    w.wage,
    w.enrolled_wage as registered_wage,
    t.floor,
    t.cap,
    b.base,
    b.registered_base,
    d.employer_share,
    d.worker_share,
    d.total as due,
    g.total as paid,
    l.line_kind,
    w.batch_id,
    w.line,
    w.enrolment_batch,
    w.enrolment_line
from work.workforce as w
inner join work.list_part as l using (roster_id)
inner join work.tariff as t on t.region_code = l.region_code and t.month = w.month
cross join lateral (
    select
        law.contribution_base(w.wage, t.floor, t.cap) as base,
        -- Lifted to the floor: what is below the minimum wage is the matter of DAT-02.
        law.contribution_base(w.enrolled_wage, t.floor, t.cap) as registered_base
) as b
cross join lateral law.contribution_on_base(b.base, t.employer_rate, t.worker_rate, t.extra_family_rate, 0) as d
cross join lateral law.contribution_on_base(
    b.registered_base, t.employer_rate, t.worker_rate, t.extra_family_rate, 0) as g
-- Only a higher wage can have a higher base.
where w.wage > w.enrolled_wage and w.valid_from is not null
    and l.registered and l.list_covers and t.missing is null
    and b.base > b.registered_base
-- [money]
array[row(v.month, v.wage, v.base, v.employer_share, v.worker_share, v.due, v.paid, v.amount)::audit.money_line]
-- [sources]
array[
    row(v.line_kind, v.batch_id, v.line)::audit.source_line,
    row('enrolment', v.enrolment_batch, v.enrolment_line)::audit.source_line
]
