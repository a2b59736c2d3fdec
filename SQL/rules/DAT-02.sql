-- code: DAT-02
-- title: Upah dilaporkan di bawah upah minimum
-- title_en: Wage reported below the minimum wage
-- subject: worker
-- strength: established
-- path: labour-norm
-- amount: monthly
-- cites: PERPRES-64-2020:32(2)
-- reads: business, enrolment, superseded, member_count, tariff, member_list, billed_at_floor
-- evidence: month, registered_wage, floor, billed
-- explanation: Upah yang dilaporkan {registered_wage} lebih rendah daripada upah minimum {floor} untuk {month}; iuran dihitung dari upah minimum dan norma pengupahan diteruskan kepada pengawas ketenagakerjaan.
-- explanation_en: The reported wage {registered_wage} is below the minimum wage {floor} of {month}; the contribution is computed from the minimum wage and the wage norm is referred to the labour inspector.
-- question: Apakah badan usaha tergolong usaha mikro atau kecil yang dikecualikan dari upah minimum?
-- question_en: Is the employer a micro or small business that is exempt from the minimum wage?
-- [tested]
select m.business_id, m.members as subjects
from work.member_count as m
inner join work.member_list as l using (business_id)
inner join work.business as b using (business_id)
cross join work.scope as s
inner join work.tariff as t on t.region_code = b.region_code and t.month = s.month
where b.registered and b.active and l.listed_on >= s.month and t.missing is null
-- [not judged]
select m.business_id, coalesce(t.missing, 'member_list_too_old') as reason, m.members as subjects
from work.member_count as m
inner join work.member_list as l using (business_id)
inner join work.business as b using (business_id)
cross join work.scope as s
inner join work.tariff as t on t.region_code = b.region_code and t.month = s.month
where b.registered and b.active and (l.listed_on < s.month or t.missing is not null)
union all
select b.business_id, 'no_member_list', 1
from work.business as b
where b.registered and b.active
    and not exists (select from work.member_list as l where l.business_id = b.business_id)
-- [violations]
select
    e.business_id,
    e.person_id,
    -- Where the bill is made on the minimum wage already, nothing is short.
    case when f.business_id is null then d.total - g.total else 0 end as amount,
    s.month as since,
    s.month,
    e.wage as registered_wage,
    t.floor,
    f.billed,
    f.business_id is null as is_short,
    d.employer_share,
    d.worker_share,
    d.total as due,
    g.total as paid,
    e.batch_id,
    e.line
from work.enrolment as e
inner join work.business as b using (business_id)
left join work.billed_at_floor as f using (business_id)
cross join work.scope as s
inner join work.tariff as t on t.region_code = b.region_code and t.month = s.month
cross join lateral law.contribution_on_base(t.floor, t.employer_rate, t.worker_rate, t.extra_family_rate, 0) as d
cross join lateral law.contribution_on_base(e.wage, t.employer_rate, t.worker_rate, t.extra_family_rate, 0) as g
where b.registered and b.active and e.valid_from <= s.as_of and e.valid_to > s.as_of
    and e.listed_on >= s.month and t.missing is null
    and e.wage < t.floor
    and (e.business_id, e.person_id, e.valid_from) not in (select o.business_id, o.person_id, o.valid_from from work.superseded as o)
-- [money]
array_remove(array[case when v.is_short then row(
    v.month, v.registered_wage, v.floor, v.employer_share, v.worker_share, v.due, v.paid, v.amount
)::audit.money_line end], null)
-- [sources]
array[row('enrolment', v.batch_id, v.line)::audit.source_line]
