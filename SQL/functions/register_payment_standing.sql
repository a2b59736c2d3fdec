create or replace function register.payment_standing(
    office smallint, known timestamptz default clock_timestamp(), only_business bigint default null
)
returns table (
    payment_id bigint, business_id bigint, amount bigint, paid_on date, batch_id integer, line integer, bank text,
    reference text, keyed boolean
)
language sql stable as $$
    with standing as materialized (
        select i.batch_id, i.list_id from import.standing(office, known) as i
    ),

    -- Few payments are ever corrected: an index has them.
    corrected as materialized (
        select p.business_id, p.bank, p.reference, p.paid_on, max(i.list_id) as list_id
        from register.payment as p
        inner join standing as i using (batch_id)
        where p.corrects and p.office_id = office and (only_business is null or p.business_id in (select register.members_of(only_business)))
        group by p.business_id, p.bank, p.reference, p.paid_on
    )

    select p.payment_id, p.business_id, p.amount, p.paid_on, p.batch_id, p.line, p.bank, p.reference, p.keyed
    from register.payment as p
    inner join standing as i using (batch_id)
    left join corrected as c
        on (c.business_id, c.bank, c.reference, c.paid_on) = (p.business_id, p.bank, p.reference, p.paid_on) and p.keyed
    where p.office_id = office and (only_business is null or p.business_id in (select register.members_of(only_business)))
        and (c.list_id is null or i.list_id >= c.list_id)
$$;
comment on function register.payment_standing(smallint, timestamptz, bigint) is
    'The payments that count at a moment: of standing batches, and not corrected by a later list. A payment is named by its '
    'business, bank, reference and day; a list that gives another amount for it replaces all the earlier ones said of it.';
