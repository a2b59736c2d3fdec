-- code: SEG-01
-- title: Pekerja tercatat sebagai PBI atau PBPU Pemda
-- title_en: Worker held as PBI or PBPU Pemda
-- subject: worker
-- strength: established, presumption
-- path: administrative
-- amount: monthly
-- cites: UU-24-2011:15(1), PP-86-2013:3(1)a, PERPRES-82-2018:13(1)
-- reads: elsewhere, place_asked
-- evidence: list, month, wage, segment, segment_on, segment_from_on, floor, cap, base, money_in
-- explanation: Pekerja tercantum dalam {list} {month} dengan upah {wage}, tetapi tidak didaftarkan oleh badan usaha ini: menurut daftar {segment_on} iurannya dibayar pemerintah (segmen {segment}). Iuran dihitung dalam {money_in}.
-- explanation_en: The worker is on the {list} of {month} with a wage of {wage}, but not registered by this employer: by the list of {segment_on} government pays the contribution (segment {segment}). The contribution counts in {money_in}.
-- question: Apakah pekerja masih bekerja di badan usaha ini pada tanggal daftar segmen?
-- question_en: Did the worker still work for this employer on the date of the segment list?
-- [tested]
select a.business_id, a.subjects from work.place_asked as a where a.rule = 'SEG-01' and a.reason is null
-- [not judged]
select a.business_id, a.reason, a.subjects from work.place_asked as a where a.rule = 'SEG-01' and a.reason is not null
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
    e.segment,
    e.listed_on as segment_on,
    e.valid_from as segment_from_on,
    e.floor,
    e.cap,
    e.base,
    e.money_in,
    e.money,
    e.sources
from work.elsewhere as e
where e.rule = 'SEG-01' and e.reason is null
