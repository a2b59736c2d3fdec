-- Articles of law. Rules and parameters refer to them, so rows are updated, never dropped.
-- [staging]
create temp table staging (
    code text, instrument text, article text, summary text, summary_en text, url text, confidence text, verified_on date,
    paths text
) on commit drop;
-- [load]
insert into reference.citation (code, instrument, article, summary, summary_en, url, confidence, verified_on, paths)
select code, instrument, article, summary, summary_en, nullif(url, ''), confidence, verified_on, coalesce(paths, '')
from staging
on conflict (code) do update
set instrument = excluded.instrument, article = excluded.article, summary = excluded.summary,
    summary_en = excluded.summary_en, url = excluded.url, confidence = excluded.confidence,
    verified_on = excluded.verified_on, paths = excluded.paths;
