-- One row per worker on the lists of a business, with the enrolment that covers the month of the list that the line is
-- from. wage is null where the list has none; known is false for somebody without NIK of whom nobody has decided who it is.
create unlogged table work.workforce as
select
    l.business_id,
    l.person_id,
    l.wage,
    e.wage as enrolled_wage,
    p.month,
    l.hired_on,
    l.left_on,
    e.valid_from,
    b.region_code,
    l.employment_status,
    u.person_id is null as known,
    p.source,
    case p.source when 'bpjstk' then 'bpjstk_wage' else p.source end as line_kind,
    b.registered,
    b.active,
    p.fresh,
    -- A member list older than the worker list cannot show who has been enrolled since.
    coalesce(m.listed_on >= p.month, false) as list_covers,
    m.listed_on,
    coalesce(m.incomplete, false) as list_incomplete,
    l.batch_id,
    l.line,
    e.batch_id as enrolment_batch,
    e.line as enrolment_line
from work.roster_line as l
inner join work.roster_part as p using (roster_id)
inner join work.business as b on b.business_id = l.business_id
left join work.member_list as m on m.business_id = l.business_id
left join work.unknown_person as u on u.person_id = l.person_id
left join work.enrolment as e
    on e.business_id = l.business_id and e.person_id = l.person_id
    and e.valid_from < p.next_month and e.valid_to > p.month
-- Who begins after that month does not work there yet.
where l.hired_on is null or l.hired_on < p.next_month;

-- Of several periods in one month the last counts. Mostly there are none, which two counts show soonest.
do $$
begin
    if (select count(*) from work.workforce) > (
        select count(*) filter (where l.hired_on is null) + count(*) filter (where l.hired_on < p.next_month)
        from work.roster_line as l
        -- Others have lines as well, and would hide as many that are too many.
        inner join work.business using (business_id)
        left join work.roster_part as p on p.roster_id = l.roster_id and l.hired_on is not null
    ) then
        delete from work.workforce as w
        using work.enrolment as e
        where e.business_id = w.business_id and e.person_id = w.person_id
            and e.valid_from < (w.month + interval '1 month')::date and e.valid_to > w.month and e.valid_from > w.valid_from;
    end if;
end
$$;
analyze work.workforce;
