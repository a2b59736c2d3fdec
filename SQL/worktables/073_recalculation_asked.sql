-- Whether the bills of each employer could be held against its members, and why not, by reason (null: some could).
create unlogged table work.recalculation_asked as
with employer as (
    select t.*, b.region_code, m.business_id is not null as listed, m.missing, k.payments_until is not null as judged
    from work.billed as t
    inner join work.business as b using (business_id)
    left join work.list_month as m using (business_id)
    cross join work.coverage as k
    where t.least_asked is not null and b.region_code is not null
),

-- Months of which the law says too little.
unknown as (
    select b.business_id, t.missing, count(*) as months
    from work.tariff as t
    inner join work.list_month as m on m.region_code = t.region_code and m.month > t.month
    inner join work.bill as b on b.business_id = m.business_id and b.month = t.month
    where t.missing is not null and b.asked
        -- A month with a list of its own is worked out from the wages of that.
        and not exists (select from work.earlier_due as o where o.business_id = b.business_id and o.month = b.month)
    group by b.business_id, t.missing
)

-- Without payments nobody knows whether more than the bill was paid.
select business_id, case when judged then 'no_member_list' else 'no_payment_list' end as reason
from employer
where not judged or not listed
union all
select business_id, 'member_list_too_old' from employer where judged and asked_after
union all
select u.business_id, u.missing from unknown as u inner join employer as e using (business_id) where e.judged
union all
select business_id, missing from employer where judged and list_bill is not null and missing is not null
union all
select e.business_id, null
from employer as e
left join (select business_id, sum(months) as months from unknown group by business_id) as u using (business_id)
where e.judged and (e.list_bill is not null and e.missing is null or e.asked_before > coalesce(u.months, 0));
analyze work.recalculation_asked;
