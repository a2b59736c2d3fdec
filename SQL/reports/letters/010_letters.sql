-- section: letters
select l.number, l.letter_date as day, l.kind as letter, b.code, b.name, l.verification, l.issued_by
from letter.letter as l
inner join register.business_profile as b using (business_id)
where l.office_id = report.office()
    and (report.business() is null or l.business_id = any (array(select register.members_of(report.business()))))
order by l.letter_date, l.kind, l.sequence
