-- Kinds of numbers that the list of BPJS Kesehatan gives, of whomever: an employer of other lists that has one of them would
-- have been found there.
create unlogged table work.listed_kind as
select distinct n.kind
from register.business_identifier as n
inner join work.batch as b using (batch_id)
where b.kind = 'jkn-businesses';
alter table work.listed_kind add primary key (kind);
analyze work.listed_kind;
