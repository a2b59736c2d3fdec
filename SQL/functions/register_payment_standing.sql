create or replace function register.payment_standing(
    office smallint, known timestamptz default clock_timestamp(), only_business bigint default null
)
returns table (
    payment_id bigint, business_id bigint, amount bigint, paid_on date, batch_id integer, line integer, bank text,
    reference text, keyed boolean
)
language sql stable as $$
    with known_payment as (
        select p.*, i.list_id
        from register.payment as p
        inner join import.standing(office, known) as i using (batch_id)
        where p.office_id = office and (only_business is null or p.business_id in (select register.members_of(only_business)))
    ),

    -- Of two lists that name the same payment the later counts. Few are named twice, so the rest is left unsorted.
    corrected as (
        select p.business_id, p.bank, p.reference, p.paid_on, max(p.list_id) as list_id
        from known_payment as p
        where p.keyed
        group by p.business_id, p.bank, p.reference, p.paid_on
        having min(p.list_id) <> max(p.list_id)
    )

    select p.payment_id, p.business_id, p.amount, p.paid_on, p.batch_id, p.line, p.bank, p.reference, p.keyed
    from known_payment as p
    left join corrected as c
        on p.keyed and (c.business_id, c.bank, c.reference, c.paid_on) = (p.business_id, p.bank, p.reference, p.paid_on)
    where c.list_id is null or p.list_id = c.list_id
$$;
comment on function register.payment_standing(smallint, timestamptz, bigint) is
    'The payments that count at a moment: of standing batches, and not corrected by a later list. A payment is named by its '
    'business, bank, reference and day; a list that gives another amount for it replaces all the earlier ones said of it.';
