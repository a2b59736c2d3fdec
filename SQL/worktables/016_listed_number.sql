-- Kinds of numbers that each kind of list gives, of whomever: an employer of other lists that has a number of a kind that the
-- list of BPJS Kesehatan gives would have been found there.
create unlogged table work.listed_number as
select distinct b.kind as lists, n.kind
from register.business_identifier as n
inner join work.batch as b using (batch_id)
where b.kind in ('jkn-businesses', 'wlkp');
analyze work.listed_number;
