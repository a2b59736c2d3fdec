-- Legal forms and abbreviations in names of firms.
-- [staging]
create temp table staging (word text, meaning text, kind text) on commit drop;
-- [load]
delete from reference.name_form;
insert into reference.name_form (word, meaning, kind)
select word, meaning, kind
from staging;
