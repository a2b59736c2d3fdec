-- The bills of each employer in sum (work.bill), and what is paid of them.
-- short: less than the bills. owed: one of them is of a month that has ended, before any closing.
-- Of the bills that are held against the members: how many are of months before that of the member list, whether one is of a
-- month after it, the lowest, and (list_bill, its batch and its line) that of the month of the list.
create unlogged table work.billed as
select
    b.business_id, b.billed, coalesce(p.paid, 0) as paid, coalesce(p.paid, 0) < b.billed as short, b.owed, b.asked_before,
    b.asked_after, b.least_asked, b.list_bill, b.list_bill_batch, b.list_bill_line
from (
    select
        b.business_id,
        law.total(b.billed) as billed,
        bool_or(b.owed) as owed,
        count(*) filter (where b.days < 0) as asked_before,
        bool_or(b.days > 0) as asked_after,
        min(b.billed) filter (where b.asked) as least_asked,
        min(b.billed) filter (where b.days = 0) as list_bill,
        min(b.batch_id) filter (where b.days = 0) as list_bill_batch,
        min(b.line) filter (where b.days = 0) as list_bill_line
    from (
        -- days: from the month of the member list to that of the bill.
        select
            b.business_id, b.billed, b.batch_id, b.line, b.asked, b.billed > 0 and b.ended and not b.after_closing as owed,
            case when b.asked then b.month - b.list_month end as days
        from work.bill as b
        -- So that it is worked out once a bill.
        offset 0
    ) as b
    group by b.business_id
) as b
left join work.paid as p using (business_id);
alter table work.billed add primary key (business_id);
analyze work.billed;
