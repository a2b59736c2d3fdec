-- Bills up to the day to which the payments are complete, at most the as-of date: of each month the newest.

-- What the bills of a number of an employer are held against; an employer that has several numbers is billed under each.
-- list_month: the month of its member list.
create unlogged table work.billed_number as
select
    i.business_id, i.identity_id, i.several, coalesce(b.closing_month, 'infinity') as closing_month,
    date_trunc('month', m.listed_on::timestamp)::date as list_month
from work.identity as i
left join work.business as b on b.business_id = i.identity_id
left join work.member_list as m on m.business_id = i.identity_id;
alter table work.billed_number add primary key (business_id);
analyze work.billed_number;

-- Bills that a later file replaces: few.
create unlogged table work.superseded_bill as
with again as (
    select b.business_id, b.month
    -- In the order of the key, which is several times as fast here as by hash.
    from (
        select b.business_id, b.month
        from work.billed_number as n
        inner join register.bill as b using (business_id)
        order by b.business_id, b.month
    ) as b
    group by b.business_id, b.month
    having count(*) > 1
)

select o.business_id, o.month, o.batch_id
from (
    select b.business_id, b.month, b.batch_id, max(b.batch_id) over (partition by b.business_id, b.month) as newest
    from again as a
    inner join register.bill as b using (business_id, month)
    inner join work.batch using (batch_id)
) as o
where o.batch_id < o.newest;
analyze work.superseded_bill;

create unlogged table work.merged_bill as
select
    n.identity_id as business_id, b.month, sum(b.members)::integer as members, law.total(b.amount) as billed, max(b.due_on) as due_on,
    (array_agg(b.batch_id order by b.amount desc, b.batch_id))[1] as batch_id,
    (array_agg(b.line order by b.amount desc, b.batch_id))[1] as line
from work.billed_number as n
inner join register.bill as b using (business_id)
inner join work.batch using (batch_id)
where n.several and (b.business_id, b.month, b.batch_id) not in (select s.business_id, s.month, s.batch_id from work.superseded_bill as s)
group by n.identity_id, b.month;
analyze work.merged_bill;

-- ended: from the 1st of the next month a month can be in arrears, when the guarantee is suspended (Perpres 64/2020 Ps.42).
-- after_closing: months from the closing of an employer on are not its arrears but a correction (OPS-01).
-- asked: due by now, and of a month whose bill is held against the members (work.recalculated).
create view work.bill as
select
    n.business_id, n.month, n.members, n.billed, n.due_on, n.batch_id, n.line, n.list_month,
    n.month < (select date_trunc('month', k.arrears_as_of::timestamp)::date from work.coverage as k) as ended,
    n.month >= n.closing_month as after_closing,
    n.due_on < (select k.arrears_as_of from work.coverage as k) and n.month >= (select k.recalculated_from from work.limits as k)
        and n.month < n.closing_month as asked
from (
    select b.business_id, b.month, b.members, b.amount as billed, b.due_on, b.batch_id, b.line, n.closing_month, n.list_month
    from register.bill as b
    inner join work.billed_number as n using (business_id)
    where not n.several
        and b.batch_id in (select n.batch_id from work.batch as n)
        and (b.business_id, b.month, b.batch_id) not in (
            select s.business_id, s.month, s.batch_id from work.superseded_bill as s
        )
    union all
    select m.*, n.closing_month, n.list_month
    from work.merged_bill as m
    inner join work.billed_number as n using (business_id)
) as n
where n.month <= (select k.arrears_as_of from work.coverage as k);

-- Employers with bills of months to whose end the payments do not reach. ended: of one that has ended by the as-of date.
create unlogged table work.later_bill as
select n.identity_id as business_id, bool_or(b.month + interval '1 month' <= s.as_of) as ended
from register.bill as b
inner join work.batch using (batch_id)
inner join work.billed_number as n using (business_id)
cross join work.scope as s
where b.month <= s.as_of
    and b.month >= (select date_trunc('month', k.payments_until::timestamp)::date from work.coverage as k)
group by n.identity_id;
alter table work.later_bill add primary key (business_id);
analyze work.later_bill;
