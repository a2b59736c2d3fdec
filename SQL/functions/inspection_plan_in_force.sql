create or replace function inspection.plan_in_force(office smallint, plan_month date) returns bigint
language sql stable
return (select max(p.plan_id) from inspection.plan as p where p.office_id = office and p.month = plan_month);
comment on function inspection.plan_in_force(smallint, date) is 'The newest plan of an office for a month.';
