-- What each employer has paid up to the as-of date, by all numbers it has. A payment that a later list gives another amount
-- for counts as that list says (register.payment_standing says the same of one employer).
create unlogged table work.payment_corrected as
select p.business_id, p.bank, p.reference, p.paid_on, max(b.list_id) as list_id
from register.payment as p
inner join work.batch as b using (batch_id)
where p.corrects
group by p.business_id, p.bank, p.reference, p.paid_on;
analyze work.payment_corrected;

create unlogged table work.paid as
with payment as (
    select i.identity_id as business_id, p.amount, p.paid_on, p.payment_id, p.batch_id, p.line
    from register.payment as p
    inner join work.batch as b using (batch_id)
    inner join work.identity as i using (business_id)
    cross join work.scope as s
    where p.paid_on <= s.as_of and not exists (
        select from work.payment_corrected as c
        where c.business_id = p.business_id and c.bank = p.bank and c.reference = p.reference and c.paid_on = p.paid_on
            and p.keyed and c.list_id > b.list_id
    )
),

total as (
    select business_id, law.total(amount) as paid, max(paid_on) as last_paid_on
    from payment
    group by business_id
)

select distinct on (t.business_id)
    t.business_id, t.paid, t.last_paid_on, row('payment', p.batch_id, p.line)::audit.source_line as last_payment
from total as t
inner join payment as p on p.business_id = t.business_id and p.paid_on = t.last_paid_on
order by t.business_id, p.payment_id desc;
alter table work.paid add primary key (business_id);
analyze work.paid;
