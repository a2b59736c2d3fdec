-- From which day on payments are known: that of the oldest payment in any list. A payment entered by hand says nothing of
-- others. Null where the lists are empty: how far back they reach is then not known.
create unlogged table work.payment_reach as
select min(p.paid_on) as payments_from
from register.payment as p
where p.batch_id = any(array(select b.batch_id from work.batch as b where b.kind = 'payments' and b.as_of is not null));
