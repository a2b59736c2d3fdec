create or replace function register.firm_name(name text) returns table (core text, legal_form text)
language sql stable rows 1 as $$
    -- "P.T. Maju Jaya Ind. (Persero), Tbk" is MAJU JAYA INDONESIA, of the form PT.
    select
        coalesce(string_agg(coalesce(f.meaning, w.word), ' ' order by w.position)
            filter (where f.kind is null or f.kind = 'abbreviation'), ''),
        (array_agg(f.meaning order by w.position) filter (where f.kind = 'legal_form'))[1]
    from regexp_split_to_table(
        trim(regexp_replace(
            regexp_replace(upper(name), '\m([A-Z])[. ]+([A-Z])\M\.?', '\1\2', 'g'),
            '[^A-Z0-9]+', ' ', 'g')),
        ' ') with ordinality as w (word, position)
    left join reference.name_form as f using (word)
$$;
comment on function register.firm_name(text) is
    'The name of a firm without its legal form, punctuation and abbreviations, and the legal form: what two lists may write differently.';
