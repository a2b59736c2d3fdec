-- What each employer has paid up to the as-of date, by all numbers it has. A payment that a later list gives another amount
-- for counts as that list says (register.payment_standing says the same of one employer).
create unlogged table work.payment_corrected as
select p.business_id, p.bank, p.reference, p.paid_on, max(b.list_id) as list_id
from register.payment as p
inner join work.batch as b using (batch_id)
where p.corrects
group by p.business_id, p.bank, p.reference, p.paid_on;
analyze work.payment_corrected;

create view work.payment as
select p.business_id, p.amount, p.paid_on
from register.payment as p
inner join work.batch as b using (batch_id)
where p.paid_on <= (select s.as_of from work.scope as s) and p.business_id in (select i.business_id from work.identity as i)
    and (
        not exists (select from work.payment_corrected)
        or not exists (
            select from work.payment_corrected as c
            where c.business_id = p.business_id and c.bank = p.bank and c.reference = p.reference
                and c.paid_on = p.paid_on and p.keyed and c.list_id > b.list_id
        )
    );

create unlogged table work.paid as
with payment as (
    select p.business_id, law.total(p.amount) as paid, max(p.paid_on) as last_paid_on from work.payment as p group by p.business_id
)

select distinct on (i.identity_id)
    i.identity_id as business_id,
    law.total(t.paid) over (partition by i.identity_id) as paid,
    t.last_paid_on,
    row('payment', l.batch_id, l.line)::audit.source_line as last_payment
from payment as t
inner join work.identity as i using (business_id)
cross join lateral (
    select p.batch_id, p.line
    from register.payment as p
    where p.business_id = t.business_id and p.paid_on = t.last_paid_on
        -- A list that is made once, because a join would be made for each employer.
        and p.batch_id = any (array(select b.batch_id from work.batch as b))
    order by p.payment_id desc
    limit 1
) as l
order by i.identity_id, t.last_paid_on desc, t.business_id;
alter table work.paid add primary key (business_id);
analyze work.paid;
