-- The bills that are not paid in full: payments settle the oldest bill first (law.settled).
-- members_to_date: those of all bills up to this one. What payments lack by the rounding of shares adds up from bill to bill,
-- and as the oldest are settled first, all of it is missing on the newest.
create unlogged table work.unpaid as
select
    r.business_id, r.month, r.due_on, r.members, r.members_to_date, r.billed, d.paid, r.ended, r.after_closing, r.batch_id, r.line
from (
    select
        b.*, t.paid as paid_to_date,
        law.total(b.billed) over w as billed_to_date, law.total(b.members) over w as members_to_date
    from work.billed as t
    inner join work.bill as b using (business_id)
    where t.short
    window w as (partition by b.business_id order by b.month rows unbounded preceding)
) as r
cross join lateral (select law.settled(r.billed, r.billed_to_date, r.paid_to_date) as paid) as d
where d.paid < r.billed;
alter table work.unpaid add primary key (business_id, month);
analyze work.unpaid;
