-- Visits that a letter has announced for a day up to the as-of date, as known when the run looks: whether nobody came, and
-- whether the examination took place.
create unlogged table work.visit as
select
    v.visit_id, i.identity_id as business_id, v.kind, l.letter_date, v.visit_on, n.missed_on, e.held_on
from inspection.visit as v
inner join work.identity as i using (business_id)
cross join work.scope as s
inner join letter.letter as l on l.visit_id = v.visit_id and l.issued_at <= s.known_at and l.letter_date <= s.as_of
left join inspection.no_show as n on n.visit_id = v.visit_id and n.recorded_at <= s.known_at and n.missed_on <= s.as_of
left join inspection.examination as e on e.visit_id = v.visit_id and e.recorded_at <= s.known_at and e.held_on <= s.as_of
where v.office_id = s.office_id and v.visit_on <= s.as_of;
alter table work.visit add primary key (visit_id);
analyze work.visit;
