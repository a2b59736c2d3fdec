-- Employers whose bill of the month of the member list covers the contribution of all its members at the minimum wage at the
-- least: somebody may be reported with less, and yet nothing is short.
create unlogged table work.billed_at_floor as
select c.business_id, c.billed
from (
    select
        b.business_id, b.list_bill as billed, m.month, m.next_month, t.floor, t.cap, t.employer_rate, t.worker_rate,
        t.extra_family_rate
    from work.billed as b
    inner join work.member_due as d using (business_id)
    inner join work.list_month as m using (business_id)
    inner join work.tariff as t on t.region_code = m.region_code and t.month = m.month
    -- No more than on the wages reported is no minimum wage.
    where b.list_bill > d.employer_share + d.worker_share and t.missing is null
) as c
inner join work.enrolment as e using (business_id)
cross join work.limits as k
cross join lateral (select law.contribution_base(e.wage, c.floor, c.cap) as base) as l
where e.valid_from <= c.month and e.valid_to >= c.next_month
group by c.business_id, c.billed, k.share_tolerance
having c.billed + sum(2 + (e.extra_family > 0)::integer) * k.share_tolerance >= sum(
    law.share(l.base, c.employer_rate) + law.share(l.base, c.worker_rate) + law.share(l.base, c.extra_family_rate * e.extra_family));
alter table work.billed_at_floor add primary key (business_id);
analyze work.billed_at_floor;
