-- Roster lines come a million at a time and are read by list, never one by one. They lie in the order of batch and list,
-- so that block ranges find a list as well as a btree does, which would take as long to fill as the table itself.
-- That a worker stands once on a list is seen to by the imports.
alter table register.roster_line drop constraint roster_line_pkey;
create index roster_line_list on register.roster_line using brin (business_id, batch_id, roster_id) with (pages_per_range = 16);
comment on index register.roster_line_list is 'Lists by block range; summarised at the end of each import.';
