-- code: SEG-03
-- title: Suami atau istri yang bekerja hanya tercatat sebagai tanggungan
-- title_en: Working spouse held as a dependant only
-- subject: worker
-- strength: established, presumption
-- path: administrative
-- amount: monthly
-- cites: PERPRES-82-2018:14(1), UU-24-2011:15(1), PP-86-2013:3(1)a
-- reads: elsewhere, place_asked
-- evidence: list, month, wage, member_list_on, floor, cap, base, money_in
-- explanation: Pekerja tercantum dalam {list} {month} dengan upah {wage}, tetapi dalam daftar peserta {member_list_on} hanya sebagai suami atau istri pekerja lain. Suami dan istri yang sama-sama bekerja didaftarkan oleh pemberi kerja masing-masing. Iuran dihitung dalam {money_in}.
-- explanation_en: The worker is on the {list} of {month} with a wage of {wage}, but in the member list of {member_list_on} only as another worker's spouse. Spouses who both work are registered each by the own employer. The contribution counts in {money_in}.
-- question: Apakah suami atau istri itu masih bekerja di badan usaha ini pada tanggal daftar peserta?
-- question_en: Did the spouse still work for this employer on the date of the member list?
-- [tested]
select a.business_id, a.subjects from work.place_asked as a where a.rule = 'SEG-03' and a.reason is null
-- [not judged]
select a.business_id, a.reason, a.subjects from work.place_asked as a where a.rule = 'SEG-03' and a.reason is not null
-- [violations]
select
    e.business_id,
    e.person_id,
    e.strength,
    e.amount,
    e.month as since,
    e.source as list,
    e.month,
    e.wage,
    e.listed_on as member_list_on,
    e.floor,
    e.cap,
    e.base,
    e.money_in,
    e.money,
    e.sources
from work.elsewhere as e
where e.rule = 'SEG-03' and e.reason is null
