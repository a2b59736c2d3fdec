-- What a file changed that says one thing of each employer, bill or payment. Runs after the rows are in; "counted" has
-- the batches that counted before, "replaced" those the user had taken back.

create or replace function import.compare_bills() returns void
language sql as $$
    with touched as (
        select b.business_id, b.month
        from register.bill as b
        where b.batch_id = (select batch_id from this_import) or b.batch_id in (select batch_id from replaced)
        group by b.business_id, b.month
    ),

    before as (
        select distinct on (b.business_id, b.month) b.*
        from touched as t
        inner join register.bill as b using (business_id, month)
        inner join counted using (batch_id)
        order by b.business_id, b.month, b.batch_id desc
    ),

    after as (
        select distinct on (b.business_id, b.month) b.*
        from (select business_id, month from before) as t
        inner join register.bill as b using (business_id, month)
        inner join import.standing((select office_id from this_import)) using (batch_id)
        order by b.business_id, b.month, b.batch_id desc
    )

    insert into changed
    select
        case when a.business_id is null then 'bills_withdrawn' else 'bills_changed' end,
        count(*), nullif(sum(coalesce(a.amount, 0) - b.amount), 0)::bigint
    from before as b
    left join after as a using (business_id, month)
    where (a.amount, a.members, a.due_on) is distinct from (b.amount, b.members, b.due_on)
    group by 1
$$;
comment on function import.compare_bills() is 'Adds to "changed" the bills that say something else than before.';

create or replace function import.compare_headcounts() returns void
language sql as $$
    with touched as (
        select h.business_id, h.as_of
        from register.headcount as h
        where h.source = 'count'
            and (h.batch_id = (select batch_id from this_import) or h.batch_id in (select batch_id from replaced))
        group by h.business_id, h.as_of
    ),

    before as (
        select distinct on (h.business_id, h.as_of) h.*
        from touched as t
        inner join register.headcount as h using (business_id, as_of)
        inner join counted using (batch_id)
        where h.source = 'count'
        order by h.business_id, h.as_of, h.batch_id desc
    ),

    after as (
        select distinct on (h.business_id, h.as_of) h.*
        from (select business_id, as_of from before) as t
        inner join register.headcount as h using (business_id, as_of)
        inner join import.standing((select office_id from this_import)) using (batch_id)
        where h.source = 'count'
        order by h.business_id, h.as_of, h.batch_id desc
    )

    insert into changed
    select case when a.business_id is null then 'headcounts_withdrawn' else 'headcounts_changed' end, count(*), null
    from before as b
    left join after as a using (business_id, as_of)
    where (a.workers, a.registered, a.wages, a.registered_wages, a.deducted)
        is distinct from (b.workers, b.registered, b.wages, b.registered_wages, b.deducted)
    group by 1
$$;
comment on function import.compare_headcounts() is 'Adds to "changed" the totals of workers that say something else than before.';

create or replace function import.compare_payments() returns void
language plpgsql as $$
begin
    -- Nothing else changes a payment that is known.
    if not exists (select from staging where corrects) and not exists (select from replaced) then return; end if;

    insert into changed
    with touched as (
        select distinct p.business_id, p.bank, p.reference, p.paid_on
        from register.payment as p
        where p.batch_id = (select batch_id from this_import) or p.batch_id in (select batch_id from replaced)
    ),

    before as (
        select p.business_id, p.bank, p.reference, p.paid_on, sum(p.amount) as amount
        from correction as c
        cross join lateral register.payment_standing((select office_id from this_import), c.counted_at) as p
        inner join touched using (business_id, bank, reference, paid_on)
        group by p.business_id, p.bank, p.reference, p.paid_on
    ),

    after as (
        select p.business_id, p.bank, p.reference, p.paid_on, sum(p.amount) as amount
        from register.payment_standing((select office_id from this_import)) as p
        inner join touched using (business_id, bank, reference, paid_on)
        group by p.business_id, p.bank, p.reference, p.paid_on
    )

    select
        case when a.business_id is null then 'payments_withdrawn' else 'payments_changed' end,
        count(*), nullif(sum(coalesce(a.amount, 0) - b.amount), 0)::bigint
    from before as b
    left join after as a using (business_id, bank, reference, paid_on)
    where a.amount is distinct from b.amount
    group by 1;
end
$$;
comment on function import.compare_payments() is 'Adds to "changed" the payments that count with another amount than before.';

create or replace function import.compare_businesses(of_source text) returns void
language sql as $$
    with touched as (
        select r.business_id
        from register.business_record as r
        where r.source = of_source
            and (r.batch_id = (select batch_id from this_import) or r.batch_id in (select batch_id from replaced))
        group by r.business_id
    ),

    record as (
        select r.*, h.workers, h.foreigners, c.batch_id is not null as counted, k.batch_id is not null as counts
        from touched as t
        cross join this_import as i
        inner join register.business_record as r on r.business_id = t.business_id and r.source = of_source
        left join register.headcount as h
            on (h.business_id, h.source, h.as_of, h.batch_id) = (r.business_id, r.source, r.as_of, r.batch_id)
        left join counted as c on c.batch_id = r.batch_id
        left join import.standing(i.office_id) as k on k.batch_id = r.batch_id
    ),

    before as (
        select distinct on (r.business_id) r.* from record as r where r.counted
        order by r.business_id, r.as_of desc, r.batch_id desc
    ),

    after as (
        select distinct on (r.business_id) r.* from record as r where r.counts
        order by r.business_id, r.as_of desc, r.batch_id desc
    ),

    difference as (
        select
            a.business_id is null as withdrawn,
            a.status = 'closed' and b.status = 'active' as closed,
            a.status = 'active' and b.status = 'closed' as reopened,
            a.name <> b.name as renamed,
            (a.address, a.region_code) <> (b.address, b.region_code) as moved,
            a.workers <> b.workers or a.foreigners is distinct from b.foreigners as resized
        from before as b
        left join after as a using (business_id)
        where
            (
                a.status, a.name, a.address, a.region_code, a.size_class, a.kbli, a.virtual_account, a.registered_on, a.closed_on,
                a.workers, a.foreigners
            ) is distinct from (
                b.status, b.name, b.address, b.region_code, b.size_class, b.kbli, b.virtual_account, b.registered_on, b.closed_on,
                b.workers, b.foreigners
            )
    )

    insert into changed
    select v.what, count(*), null
    from difference as d
    cross join lateral (values
        ('employers_withdrawn', d.withdrawn), ('employers_changed', not d.withdrawn), ('employers_closed', d.closed),
        ('employers_reopened', d.reopened), ('employers_renamed', d.renamed), ('employers_moved', d.moved),
        ('headcounts_changed', d.resized)
    ) as v (what, applies)
    where v.applies
    group by v.what
$$;
comment on function import.compare_businesses(text) is
    'Adds to "changed" how the newest records of a source differ from those before.';
