drop function if exists law.ledger(smallint, date, timestamptz, bigint);
create or replace aggregate law.total(bigint) (sfunc = int8pl, stype = bigint, combinefunc = int8pl, parallel = safe);
comment on aggregate law.total(bigint) is 'Sum of whole rupiah as whole rupiah: sum() would give numeric, at several times the cost in running totals.';

create or replace function law.settled(amount bigint, billed_to_date bigint, paid_to_date bigint) returns bigint
language sql immutable parallel safe
return least(amount, greatest(0, coalesce(paid_to_date, 0) - (billed_to_date - amount)));
comment on function law.settled(bigint, bigint, bigint) is
    'What is paid of a bill: payments settle the oldest bill first, so it is what all payments leave after the older bills, at most '
    'the bill. billed_to_date: all bills up to this one, itself among them.';

create or replace function law.ledger(
    office smallint, as_of_day date, known timestamptz, only_business bigint default null,
    paid_until date default null)
returns table (
    business_id bigint,
    month date,
    due_on date,
    members integer,
    billed bigint,
    paid bigint,
    last_paid_on date,
    ended boolean,
    batch_id integer,
    line integer,
    last_payment audit.source_line
)
language sql stable as $$
    with newest as (
        select distinct on (b.business_id, b.month)
            b.business_id, b.month, b.members, b.amount, b.due_on, b.batch_id, b.line
        from register.bill as b
        inner join import.standing(office, known) as i using (batch_id)
        where b.office_id = office and b.month <= as_of_day
            and (only_business is null or b.business_id in (select register.members_of(only_business)))
        order by b.business_id, b.month, b.batch_id desc
    ),

    merged as materialized (select * from register.merged_business(known)),

    -- An employer that is registered twice is billed twice.
    bills as (
        select
            coalesce(m.identity_id, n.business_id) as business_id, n.month, sum(n.members)::integer as members,
            sum(n.amount)::bigint as amount, max(n.due_on) as due_on,
            (array_agg(n.batch_id order by n.amount desc, n.business_id))[1] as batch_id,
            (array_agg(n.line order by n.amount desc, n.business_id))[1] as line
        from newest as n
        left join merged as m on m.business_id = n.business_id
        group by 1, 2
    ),

    running as (
        select
            b.*,
            law.total(b.amount) over (partition by b.business_id order by b.month rows unbounded preceding) as billed_to_date
        from bills as b
    ),

    payments as (
        select
            coalesce(m.identity_id, p.business_id) as business_id,
            sum(p.amount)::bigint as paid_to_date,
            max(p.paid_on) as last_paid_on,
            (array_agg(row('payment', p.batch_id, p.line)::audit.source_line
                order by p.paid_on desc, p.payment_id desc))[1] as last_payment
        from register.payment_standing(office, known, only_business) as p
        left join merged as m on m.business_id = p.business_id
        where p.paid_on <= coalesce(paid_until, as_of_day)
        group by 1
    )

    select
        r.business_id,
        r.month,
        r.due_on,
        r.members,
        r.amount,
        law.settled(r.amount, r.billed_to_date, p.paid_to_date),
        p.last_paid_on,
        (r.month + interval '1 month')::date <= as_of_day,
        r.batch_id,
        r.line,
        p.last_payment
    from running as r
    left join payments as p using (business_id)
$$;
comment on function law.ledger(smallint, date, timestamptz, bigint, date) is
    'Bills and payments of employers up to a day, as known at a moment; payments up to another day where one is given. Payments settle the oldest bill first, part payments included: what is paid '
    'of a bill is what the payments of the business leave after all older bills. A month has ended, and can be in arrears, from the 1st '
    'of the next month, when the guarantee is suspended (Perpres 64/2020 Ps.42).';
