-- The recent deductions of workers of registered employers against the most that the law lets an employer withhold: 1 % of
-- the contribution base, and 1 % for each extra family member. The base rests on the higher of the wage in the payroll and
-- the registered one, because the bill is made from the latter.
-- missing: why a deduction cannot be judged; with a member list that does not name the worker there is no extra family. The
-- family of a month is that of the list of the month; a later list tells it no more.
create unlogged table work.charge as
select
    d.business_id, d.person_id, d.month, d.deducted, d.wage, d.source_kind, d.batch_id, d.line,
    e.extra_family, e.batch_id as enrolment_batch, e.line as enrolment_line,
    c.base, f.worker_share, f.worker_share + f.extra_share as lawful, t.extra_family_rate, m.listed_on,
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

-- Of those that only family explains, in months before that of the list: the family by the newest list of the month.
create unlogged table work.charge_then as
select distinct on (c.business_id, c.person_id, c.month)
    c.business_id, c.person_id, c.month, o.business_id is not null as listed, e.extra_family, e.batch_id, e.line
from work.charge as c
left join work.other_list as o
    on o.business_id = c.business_id and o.listed_on >= c.month and o.listed_on < c.month + interval '1 month'
left join register.enrolment as e
    on e.business_id = o.record_id and e.person_id = c.person_id and e.batch_id = o.batch_id
    and e.valid_from < c.month + interval '1 month' and e.valid_to > c.month
where c.missing is null and c.listed_on >= c.month + interval '1 month'
    and c.deducted > coalesce(c.worker_share, 0) + (select k.share_tolerance from work.limits as k)
order by c.business_id, c.person_id, c.month, o.listed_on desc nulls last, e.batch_id desc nulls last, e.valid_from desc;
analyze work.charge_then;
update work.charge as c
set
    extra_family = n.extra_family, enrolment_batch = n.batch_id, enrolment_line = n.line,
    lawful = c.worker_share + law.share(c.base, c.extra_family_rate * coalesce(n.extra_family, 0)),
    tolerance = (1 + (coalesce(n.extra_family, 0) > 0)::integer) * k.share_tolerance,
    missing = case when not n.listed then 'member_list_later' end
from work.charge_then as n
cross join work.limits as k
where (n.business_id, n.person_id, n.month) = (c.business_id, c.person_id, c.month);

-- Of those still too high: children beyond the number that the contribution covers (Perpres 82/2018 Ps.30: worker, spouse and up
-- to three) cost 1 % each, whatever the list calls them.
create unlogged table work.charge_for_children as
select c.business_id, c.person_id, c.month, count(distinct f.person_id) - (p.value - 2) as further
from work.charge as c
inner join reference.parameter as p on p.name = 'covered_family' and p.period @> c.month
inner join work.batch as l on l.batch_id = c.enrolment_batch
inner join work.batch as b on b.list_id = l.list_id
inner join work.identity as i on i.identity_id = c.business_id
inner join register.family_member as f on (f.business_id, f.worker_id, f.batch_id) = (i.business_id, c.person_id, b.batch_id)
where c.missing is null and c.deducted > c.lawful + c.tolerance and f.relation = 'child'
group by c.business_id, c.person_id, c.month, p.value
having count(distinct f.person_id) > p.value - 2;
update work.charge as c
set
    extra_family = c.extra_family + n.further,
    lawful = c.worker_share + law.share(c.base, c.extra_family_rate * (c.extra_family + n.further)),
    tolerance = 2 * k.share_tolerance
from work.charge_for_children as n
cross join work.limits as k
where (n.business_id, n.person_id, n.month) = (c.business_id, c.person_id, c.month);
analyze work.charge;
