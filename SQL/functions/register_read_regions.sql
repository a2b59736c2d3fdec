create or replace function register.dotted_region(code text) returns text
language sql immutable parallel safe as $$
    -- 617101 is 61.71.01. What has dots, or another number of digits, stays as it is.
    select case
        when code ~ '^([0-9]{4}|[0-9]{6}|[0-9]{10})$' then
            concat_ws('.', left(code, 2), substr(code, 3, 2), nullif(substr(code, 5, 2), ''), nullif(substr(code, 7), ''))
        else code
    end
$$;
comment on function register.dotted_region(text) is 'A Kemendagri code with its dots, which many lists leave out.';

create or replace function register.may_be_bps_region(code text) returns boolean
language sql immutable parallel safe
return code ~ '^[0-9]{4}$';
comment on function register.may_be_bps_region(text) is
    'Whether a code may be one of BPS (Statistics Indonesia): of four digits, without dots, some of them for another regency.';

create or replace function register.read_regions() returns void
language sql as $$
    insert into warned
    select s.line, 'Kode Wilayah', 'region_without_dots',
        'The code has no dots; it was read as one of Kemendagri. Codes of BPS (statistics) look alike, and some name another regency.'
    from staging as s
    where register.may_be_bps_region(s.region_code);

    update staging as s
    set region_code = register.dotted_region(s.region_code)
    where s.region_code <> register.dotted_region(s.region_code);
$$;
comment on function register.read_regions() is
    'Gives the region codes of staged rows their dots, and adds doubts about those that may be of BPS to the temporary table "warned".';
