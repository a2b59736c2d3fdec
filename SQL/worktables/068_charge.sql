-- The recent deductions of workers of registered employers against the most that the law lets an employer withhold: 1 % of
-- the contribution base, and 1 % for each extra family member. The base rests on the higher of the wage in the payroll and
-- the registered one, because the bill is made from the latter.
-- missing: why a deduction cannot be judged; with a member list that does not name the worker there is no extra family.
create unlogged table work.charge as
select
    d.business_id, d.person_id, d.month, d.deducted, d.wage, d.source_kind, d.batch_id, d.line,
    e.extra_family, e.batch_id as enrolment_batch, e.line as enrolment_line,
    c.base, f.worker_share + f.extra_share as lawful,
    (1 + (coalesce(e.extra_family, 0) > 0)::integer) * k.share_tolerance as tolerance,
    case
        when d.month <= k.payrolls_after then 'worker_list_too_old'
        when t.missing is not null then t.missing
        when m.listed_on is null then 'no_member_list'
        when m.listed_on < d.month then 'member_list_too_old'
        when u.person_id is not null then 'no_nik'
        when e.person_id is null and m.incomplete then 'member_list_incomplete'
        when d.wage is null then 'no_wage'
    end as missing
from (
    -- Of a worker with a recent payroll the older ones are not asked for: the member list tells the family of today.
    select d.*, max(d.month) over (partition by d.business_id, d.person_id) as newest_month
    from work.deduction as d
) as d
inner join work.business as b using (business_id)
cross join work.limits as k
left join work.tariff as t on t.region_code = b.region_code and t.month = d.month
left join work.member_list as m on m.business_id = d.business_id
left join work.unknown_person as u on u.person_id = d.person_id
left join lateral (
    select e.person_id, e.wage, e.extra_family, e.batch_id, e.line
    from work.enrolment as e
    where e.business_id = d.business_id and e.person_id = d.person_id
        and e.valid_from < d.month + interval '1 month' and e.valid_to > d.month
    order by e.valid_from desc
    limit 1
) as e on true
cross join lateral (select law.contribution_base(greatest(d.wage, e.wage), t.floor, t.cap) as base) as c
cross join lateral law.contribution_on_base(
    c.base, t.employer_rate, t.worker_rate, t.extra_family_rate, coalesce(e.extra_family, 0)) as f
where b.registered and b.active and (d.month > k.payrolls_after or d.month = d.newest_month);
alter table work.charge add primary key (business_id, person_id, month);
analyze work.charge;
