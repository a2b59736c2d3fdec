create or replace function audit.match_basis(office smallint, known timestamptz) returns text
language sql stable as $$
    select md5(concat_ws(
        ' ',
        (
            select string_agg(b.batch_id::text, ' ' order by b.batch_id)
            from import.standing(office, known) as b
            where b.kind in ('jkn-businesses', 'wlkp', 'businesses')
        ),
        (select max(m.match_id) from register.business_match as m where m.decided_at <= known),
        (select string_agg(d.sha256, ' ' order by d.name) from reference.dataset as d where d.name in ('parameters/settings', 'reference/name_forms')),
        (select string_agg(f.sha256, ' ' order by f.name) from patuh.function_file as f where f.name like 'register_%')
    ))
$$;
comment on function audit.match_basis(smallint, timestamptz) is
    'A hash of what decides which employers may be one: the lists with employers, the decisions of people, the settings.';

drop function if exists audit.match(smallint, timestamptz, date);
create or replace function audit.match(office smallint, known timestamptz, day date, now_basis text)
returns table (business_id bigint, other_id bigint)
language plpgsql stable as $$
begin
    if exists (select from audit.match_basis as b where b.office_id = office and b.basis = now_basis) then
        return query select k.business_id, k.other_id from audit.match_kept as k where k.office_id = office;
    else
        return query
        select c.business_id, c.other_id
        from register.match_candidates(office, known) as c
        where c.shared_numbers <> '{}'
            or not c.other_numbers and (c.is_cut or c.name_similarity >= law.setting('match_same_name_similarity', day));
    end if;
end
$$;
comment on function audit.match(smallint, timestamptz, date, text) is
    'Employers that may well be one that BPJS Kesehatan lists: a number in common, or the same name but for a letter or two and '
    'no numbers that differ. now_basis: audit.match_basis. To compare names takes long, so the last answer is kept while nothing it rests on has changed.';

drop function if exists audit.keep_match(smallint, timestamptz, date);
create or replace function audit.keep_match(office smallint, now_basis text) returns void
language plpgsql as $$
begin
    if exists (select from audit.match_basis as b where b.office_id = office and b.basis = now_basis) then return; end if;
    delete from audit.match_kept as k where k.office_id = office;
    insert into audit.match_kept (office_id, business_id, other_id)
    select office, m.business_id, m.other_id from work.match as m;
    insert into audit.match_basis (office_id, basis) values (office, now_basis)
    on conflict (office_id) do update set basis = excluded.basis;
end
$$;
comment on function audit.keep_match(smallint, text) is 'Keeps the answer that an audit has worked out in work.match.';
