create or replace function law.arrears_status(place bigint, ceiling bigint) returns text
language sql immutable parallel safe
return case
    when place <= ceiling then 'dalam_plafon_24'
    when place > ceiling then 'di_luar_plafon_24'
end;
comment on function law.arrears_status(bigint, bigint) is
    'How an unpaid month counts by its place from the newest (1) on: the newest ones up to the ceiling (plafon, 24 months) must be paid to '
    'end the suspension, older ones are kept apart: whether an employer still owes them is unsettled. Null without a ceiling.';
