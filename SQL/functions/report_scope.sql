create schema if not exists report;
comment on schema report is 'What the report at hand is about; set for the session by patuh.';

create or replace function report.office() returns smallint
language sql stable
return nullif(current_setting('patuh.office', true), '')::smallint;
comment on function report.office() is 'Office of the report.';

create or replace function report.run() returns bigint
language sql stable
return nullif(current_setting('patuh.run', true), '')::bigint;
comment on function report.run() is 'Audit run of the report.';

create or replace function report.business() returns bigint
language sql stable
return nullif(current_setting('patuh.business', true), '')::bigint;
comment on function report.business() is 'Business of the report; null for all.';

create or replace function report.rule() returns text
language sql stable
return nullif(current_setting('patuh.rule', true), '');
comment on function report.rule() is 'Rule of the report; null for all.';

create or replace function report.decision() returns text
language sql stable
return nullif(current_setting('patuh.decision', true), '');
comment on function report.decision() is 'Standing decision that findings of the report are limited to, none for those without one; null for all.';

create or replace function report.batch() returns integer
language sql stable
return nullif(current_setting('patuh.batch', true), '')::integer;
comment on function report.batch() is 'Batch of the report.';

create or replace function report.month() returns date
language sql stable
return nullif(current_setting('patuh.month', true), '')::date;
comment on function report.month() is 'Month of the report.';

create or replace function report.search() returns text
language sql stable
return nullif(current_setting('patuh.search', true), '');
comment on function report.search() is 'Part of a name, or a number, that the report is limited to; null for all.';

create or replace function report.title_key() returns text
language sql stable
return case when current_setting('patuh.language', true) = 'en' then 'title_en' else 'title' end;
comment on function report.title_key() is 'Under which key of a rule''s header its title stands in the reader''s language.';

create or replace function report.breaches() returns table (business_id bigint, arrears numeric, monthly numeric)
language sql stable as $$
    select
        i.identity_id,
        sum(f.amount) filter (where v.header ->> 'amount' = 'arrears'),
        sum(f.amount) filter (where v.header ->> 'amount' = 'monthly')
    from audit.findings_at(report.office(), report.run()) as f
    inner join audit.rule_version as v using (rule_version_id)
    inner join register.identity(report.office()) as i using (business_id)
    where f.strength <> 'indication' and v.header ->> 'path' <> 'data-correction' and audit.is_pursued(f.decision)
    group by i.identity_id
$$;
comment on function report.breaches() is
    'Employers in breach in the run of the report: what they owe, and what is at stake each month. '
    'A sign alone (indication) is no breach, data to be corrected is none, and findings that are waived or whose data were '
    'corrected do not count.';
