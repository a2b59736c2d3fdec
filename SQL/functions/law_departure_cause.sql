create or replace function law.departure_cause(words text) returns text
language sql immutable parallel safe
return case
    when words ~* 'undur|resign|permintaan sendiri|kemauan sendiri|kontrak|pensiun|meninggal|wafat|pindah' then 'other'
    when words ~* 'phk|(pemutusan|putus) hubungan kerja' then 'phk'
end;
comment on function law.departure_cause(text) is
    'Why a worker left, from the words of a mutation form: phk (termination by the employer), other (resignation, end of contract, '
    'retirement, death, transfer: no benefit without contribution after them, Perpres 59/2024 Ps.27) or null where the words do not '
    'tell. Words that name both, such as "PHK karena pensiun", are other.';
