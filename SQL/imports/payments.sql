-- Payments received (pembayaran iuran). The same reference, day, amount and business twice is one payment; another amount
-- under the same reference, day and business is a correction.
-- In statements of the branch's bank (rekening koran) the employer stands as its virtual account in the description.
-- [staging]
create temp table staging (
    line integer, unchanged boolean not null default false,
    paid_on date, entity_code text, virtual_account text, amount bigint, bank text, reference text, description text, debit bigint,
    -- Of what was received in rupiah; other values have refused their rows.
    status text, direction text, currency text,
    known_in integer, keyed boolean not null default true, corrects boolean not null default false, business_id bigint
) on commit drop;
-- [check]
select import.find_businesses('entity_code');

update staging as s
set business_id = b.business_id
from known_number as b
where b.value = s.entity_code;

-- An entry by hand names its employer beside the row.
update staging as s
set business_id = i.business_id
from this_import as i
where s.entity_code is null and i.constants ->> 'complete' = 'no';

insert into rejected
select s.line, 'Kode Badan Usaha', 'unknown_business', 'No business has this kode badan usaha; import the JKN employer list first.'
from staging as s
where s.entity_code is not null and s.business_id is null;

-- A number in the description that is the virtual account of one employer.
create temp table found on commit drop as
with account as (
    select distinct r.business_id, regexp_replace(r.virtual_account, '\D', '', 'g') as number
    from register.business_record as r
    inner join standing using (batch_id)
    cross join this_import as i
    where r.office_id = i.office_id and r.virtual_account is not null
)

select s.line, min(a.business_id) as business_id, count(distinct a.business_id) as employers
from staging as s
cross join lateral regexp_matches(s.description, '\d{8,}', 'g') as n (digits)
inner join account as a on a.number = n.digits[1]
group by s.line;

-- A payment that the bank has taken back was none; which one it was, the user sees.
insert into rejected
select
    s.line, i.headings ->> 'description', 'reversal',
    'The row takes a payment back (reversal, refund); leave both out, the payment and this row.'
from staging as s
cross join this_import as i
where i.headings ? 'description'
    and (
        s.description ~* '\m(reversal|reversed|refund|retur|pembatalan|dibatalkan|batal)\M'
        and s.line in (select f.line from found as f)
        or s.debit > 0 and exists (
            select from staging as c where c.amount = s.debit and c.reference = s.reference and c.reference ~ '[0-9]'
        )
    );

-- Debits and balances stand in every statement and are no money received.
insert into passed_over
select s.line
from staging as s
cross join this_import as i
where i.headings ? 'description' and coalesce(s.amount, 0) = 0
    and not exists (select from rejected as r where r.line = s.line);

delete from staging as s using passed_over as p where p.line = s.line;

insert into rejected
select s.line, i.headings ->> 'amount', 'not_a_payment', 'The row has an amount received, but no day, or a debit as well.'
from staging as s
cross join this_import as i
where i.headings ? 'description' and (coalesce(s.debit, 0) > 0 or s.paid_on is null)
    and not exists (select from rejected as r where r.line = s.line);

update staging as s
set business_id = f.business_id
from found as f
where f.line = s.line and f.employers = 1;

insert into rejected
select
    s.line, i.headings ->> 'description', 'unknown_virtual_account',
    case when f.employers > 1
        then 'The description names the virtual accounts of several employers.'
        else 'The description names no virtual account of an employer on the JKN employer list.'
    end
from staging as s
cross join this_import as i
left join found as f using (line)
where i.headings ? 'description' and s.business_id is null
    and not exists (select from rejected as r where r.line = s.line);

-- A number that the bank gave names a payment; a description, or a word that many payments carry, does not.
update staging as s set keyed = coalesce(s.reference ~ '[0-9]', false) where not coalesce(s.reference ~ '[0-9]', false);

-- What a statement leaves open: its bank is that of the layout, and a row without reference is known by its description.
update staging as s
set
    bank = coalesce(s.bank, i.constants ->> 'bank'),
    reference = coalesce(s.reference, s.description)
from this_import as i
where i.headings ? 'description';

insert into rejected
select s.line, i.headings ->> 'amount', 'out_of_range', 'A payment must be more than zero.'
from staging as s
cross join this_import as i
where s.amount <= 0 and not i.headings ? 'description';

insert into rejected
select s.line, i.headings ->> 'reference', 'duplicate', 'The same payment stands in the file twice.'
from (
    select line, row_number() over (partition by business_id, paid_on, amount, bank, reference order by line) as n
    from staging
    where business_id is not null
) as s
cross join this_import as i
where s.n > 1;

-- What is known of the employers of the file, and under its references of others.
create temp table known_payment on commit drop as
select p.*, coalesce(b.supplements, b.batch_id) as list_id
from this_import as i
cross join lateral register.payment_standing(i.office_id) as p
inner join import.batch as b on b.batch_id = p.batch_id
where p.business_id in (select business_id from staging)
    or p.keyed and (p.bank, p.reference) in (select bank, reference from staging where keyed);
create index on known_payment (business_id, paid_on);
analyze known_payment;

insert into rejected
select
    s.line, i.headings ->> 'amount', 'list_replaced',
    format('Batch %s came after the list that this row was refused from and has the payment with another amount; correct that file if it is wrong.', max(p.list_id))
from staging as s
inner join known_payment as p using (business_id, paid_on, bank, reference)
cross join this_import as i
where s.keyed and p.keyed and p.list_id > i.supplements
group by s.line, i.headings
having bool_and(p.amount <> s.amount);
-- [warn]
insert into warned
select distinct s.line, i.headings ->> 'amount', 'payment_amounts', 'The payment is known with another amount from a list before; both count.'
from staging as s
inner join known_payment as p using (business_id, paid_on, bank, reference)
cross join this_import as i
where s.keyed and p.keyed and p.list_id < i.supplements and p.amount <> s.amount;

insert into warned
select distinct
    s.line, i.headings ->> 'reference', 'payment_of_another',
    format('The bank''s reference is known as a payment of another employer; both count. If this file corrects batch %1$s: --replaces %1$s', p.batch_id)
from staging as s
inner join known_payment as p using (bank, reference)
cross join this_import as i
where s.keyed and p.keyed and p.business_id <> s.business_id and (p.paid_on = s.paid_on or p.amount = s.amount);

insert into warned
select s.line, i.headings ->> 'amount', 'payment_elsewhere', 'A payment of this employer of the same day and amount is known under another bank or reference; both count.'
from staging as s
cross join this_import as i
where exists (
        select from known_payment as p
        where (p.business_id, p.paid_on, p.amount) = (s.business_id, s.paid_on, s.amount)
    )
    and not exists (
        select from known_payment as p
        where (p.business_id, p.paid_on, p.amount, p.bank, p.reference)
            = (s.business_id, s.paid_on, s.amount, s.bank, s.reference)
    );

insert into warned
select s.line, i.headings ->> 'amount', 'payment_amounts', 'The file has this reference, day and employer with several amounts; all count.'
from (
    select line, count(*) over (partition by business_id, paid_on, bank, reference) as n
    from staging
    where keyed
) as s
cross join this_import as i
where s.n > 1;

-- A row that names two employers: the kode badan usaha is what counts, and one of the two is wrong.
insert into warned
with pair as (
    select s.business_id, s.virtual_account, regexp_replace(s.virtual_account, '\D', '', 'g') as number
    from (select distinct business_id, virtual_account from staging where virtual_account is not null) as s
),

account as (
    select distinct regexp_replace(r.virtual_account, '\D', '', 'g') as number, n.identity_id
    from this_import as i
    cross join lateral register.identity(i.office_id) as n
    inner join register.business_record as r on r.business_id = n.business_id
    inner join standing as t on t.batch_id = r.batch_id
    where r.virtual_account is not null and exists (select from pair)
),

own as (
    select p.business_id, p.virtual_account, bool_or(a.identity_id = n.identity_id) as is_own
    from this_import as i
    cross join lateral register.identity(i.office_id) as n
    inner join pair as p on p.business_id = n.business_id
    inner join account as a on a.number = p.number
    group by p.business_id, p.virtual_account
)

select
    s.line, i.headings ->> 'virtual_account', 'other_virtual_account',
    'The virtual account is that of another employer; the payment counts for the kode badan usaha.'
from this_import as i
cross join own as o
inner join staging as s on (s.business_id, s.virtual_account) = (o.business_id, o.virtual_account)
where not o.is_own;
-- [prepare]
-- Payments are taken to be complete up to the last one in the file, unless the user says up to which day they are. One that
-- is entered by hand says nothing of others.
update this_import
set as_of = case when constants ->> 'complete' = 'no' then null else coalesce(as_of, (select max(paid_on) from staging)) end;

update staging as s
set unchanged = true, known_in = p.batch_id
from known_payment as p
where (p.business_id, p.paid_on, p.amount, p.bank, p.reference)
    = (s.business_id, s.paid_on, s.amount, s.bank, s.reference);

-- Another amount for a payment that is known corrects it: all that the file says of that payment is stored anew.
-- Mended rows come beside those of their own list and correct nothing: a later list that has the payment refuses them.
update staging as s
set unchanged = false, corrects = true
from (
    select s.business_id, s.paid_on, s.bank, s.reference
    from staging as s
    inner join known_payment as p using (business_id, paid_on, bank, reference)
    where s.keyed and p.keyed
    group by s.business_id, s.paid_on, s.bank, s.reference
    having bool_or(not s.unchanged)
) as k
where (k.business_id, k.paid_on, k.bank, k.reference) = (s.business_id, s.paid_on, s.bank, s.reference)
    and not exists (select from correction where supplements is not null);

insert into reliance
select s.known_in, count(*) from staging as s where s.unchanged group by s.known_in;
-- [accept]
insert into register.payment (business_id, amount, paid_on, batch_id, line, office_id, bank, reference, keyed, corrects)
select s.business_id, s.amount, s.paid_on, i.batch_id, s.line, i.office_id, s.bank, s.reference, s.keyed, s.corrects
from staging as s
cross join this_import as i
where not s.unchanged
order by s.business_id, s.paid_on, s.line;

insert into import.payment_reach (batch_id, paid_from)
select i.batch_id, min(s.paid_on)
from staging as s
cross join this_import as i
where i.as_of is not null
group by i.batch_id;

analyze register.payment;
-- [changes]
select import.compare_payments();
