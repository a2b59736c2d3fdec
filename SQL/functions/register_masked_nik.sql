create or replace function register.masked_nik(nik bigint) returns text
language sql immutable
return left(nik::text, 4) || '**********' || right(nik::text, 2);
comment on function register.masked_nik(bigint) is 'A NIK as screens, reports and letters show it: 6171**********03.';
