-- A file that is given once more says something where a later one has spoken of the same since: two lists of one month, two
-- numbers of workers of one day. What a list of another month says takes nothing from it.

create or replace function import.spoken_since(earlier integer) returns boolean
language sql stable as $$
    with later as materialized (
        select l.batch_id, l.as_of
        from import.batch as b
        inner join import.batch as l on l.batch_id > b.batch_id and l.kind = b.kind and l.office_id is not distinct from b.office_id
        where b.batch_id = earlier
            -- Mended rows join their list and correct nothing.
            and coalesce(l.supplements, l.batch_id) <> coalesce(b.supplements, b.batch_id)
            and (b.kind not in ('jkn-members', 'segments') or l.as_of = b.as_of)
            and not exists (select from import.withdrawal as w where w.batch_id = l.batch_id)
    ),

    -- What it said as others had before stands with those.
    own as materialized (
        select earlier as batch_id
        union
        select r.earlier_batch_id from import.reliance as r where r.batch_id = earlier
    )

    select exists (select from later) and case
        when b.kind in ('offices', 'officers') then true
        when b.kind in ('jkn-businesses', 'wlkp', 'businesses') then exists (
            select from register.business_record as r
            inner join own using (batch_id)
            inner join register.business_record as l using (business_id, source, as_of)
            where l.batch_id in (select batch_id from later)
        )
        when b.kind = 'headcounts' then exists (
            select from register.headcount as h
            inner join own using (batch_id)
            inner join register.headcount as l using (business_id, source, as_of)
            where l.batch_id in (select batch_id from later)
        )
        when b.kind = 'bills' then exists (
            select from register.bill as f
            inner join own using (batch_id)
            inner join register.bill as l using (business_id, month)
            where l.batch_id in (select batch_id from later)
        )
        when b.kind = 'payments' then exists (
            select from register.payment as p
            inner join own using (batch_id)
            inner join register.payment as l using (business_id, bank, reference, paid_on)
            where l.corrects and l.batch_id in (select batch_id from later)
        )
        when b.kind = 'jkn-members' then exists (
            select e.business_id from register.enrolment as e where e.batch_id = earlier
            intersect
            select l.business_id from register.enrolment as l where l.batch_id in (select batch_id from later)
        )
        when b.kind = 'segments' then exists (
            select from register.segment_record as r
            inner join register.segment_record as l using (person_id, segment)
            where r.batch_id = earlier and l.batch_id in (select batch_id from later)
        )
        when b.kind in ('bpjstk-wages', 'workers') then exists (
            select from register.roster as r
            inner join register.roster as l using (business_id, as_of, complete)
            inner join later as t on t.batch_id = l.batch_id
            where r.batch_id = earlier
                -- Forms are about some workers on some day; a full list does not take their place.
                and (
                    r.complete
                    or t.as_of = b.as_of and exists (
                        select from register.roster_line as f
                        inner join register.roster_line as o using (business_id, person_id)
                        where (f.business_id, f.batch_id, f.roster_id) = (r.business_id, r.batch_id, r.roster_id)
                            and (o.batch_id, o.roster_id) = (l.batch_id, l.roster_id)
                    )
                )
        )
        else false
    end
    from import.batch as b
    where b.batch_id = earlier
$$;
comment on function import.spoken_since(integer) is
    'Whether a later batch of the same kind, one that stands, speaks of what a batch said: the same employers and date, months, '
    'payments, or on forms workers.';
