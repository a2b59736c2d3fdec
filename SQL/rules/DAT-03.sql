-- code: DAT-03
-- title: Anggota keluarga belum didaftarkan
-- title_en: Family members not registered
-- subject: worker
-- strength: presumption, indication
-- path: administrative
-- amount: none
-- cites: UU-24-2011:15(2), PP-86-2013:3(1)b, PP-86-2013:13(3)a, PERPRES-82-2018:anak, PERPRES-82-2018:22(2)
-- reads: business, member_list, family_listed, married, family_gap, unknown_person
-- evidence: known_by, missing_spouses, missing_children, family_list_on, member_list_on
-- explanation: Menurut {known_by} {family_list_on} ada anggota keluarga yang tidak tercantum dalam daftar peserta {member_list_on}: pasangan {missing_spouses}, anak {missing_children}. Iuran sudah mencakup pekerja, pasangan, dan paling banyak tiga anak.
-- explanation_en: By the {known_by} of {family_list_on} there are family members who are not in the member list of {member_list_on}: spouses {missing_spouses}, children {missing_children}. The contribution covers worker, spouse and up to three children.
-- question: Apakah anggota keluarga itu sudah dilaporkan, terdaftar melalui pemberi kerja lain, atau bukan lagi tanggungan pekerja?
-- question_en: Have these family members been reported, are they registered through another employer, or do they no longer depend on the worker?
-- [tested]
select g.business_id, count(*) as subjects from work.family_gap as g where g.reason is null
group by g.business_id
-- [not judged]
select g.business_id, g.reason, count(*) as subjects
from work.family_gap as g
where g.reason is not null
group by g.business_id, g.reason
union all
-- Nobody knows who the worker is, nor then whose family it is.
select f.business_id, 'no_nik', count(distinct f.worker_id)
from (
    select business_id, worker_id from work.family_listed
    union
    select business_id, worker_id from work.married
) as f
inner join work.unknown_person as p on p.person_id = f.worker_id
inner join work.business as b on b.business_id = f.business_id
where b.registered and b.active
group by f.business_id
union all
select b.business_id, case when l.business_id is null then 'no_member_list' else 'no_family_list' end, 1
from work.business as b
left join work.member_list as l using (business_id)
where b.registered and b.active
    and (
        l.business_id is null
        or not exists (select from work.family_listed as f where f.business_id = b.business_id)
        and not exists (select from work.married as m where m.business_id = b.business_id)
    )
-- [violations]
select
    g.business_id,
    g.worker_id as person_id,
    g.strength,
    null::bigint as amount,
    date_trunc('month', g.known_on)::date as since,
    g.known_by,
    g.missing_spouses,
    g.missing_children,
    g.listed_on as family_list_on,
    g.member_list_on,
    '{}'::audit.money_line[] as money,
    g.sources
from work.family_gap as g
where g.reason is null and g.missing_spouses + g.missing_children > 0
