-- code: TKA-01
-- title: Tenaga kerja asing belum didaftarkan
-- title_en: Foreign worker not registered
-- subject: worker
-- strength: established, presumption
-- path: administrative
-- amount: monthly
-- cites: UU-24-2011:14, UU-24-2011:15(1), PP-86-2013:3(1)a
-- reads: business, workforce, list_part, foreigner, unenrolled, member_list, foreign_person
-- evidence: period, list, month, hired_on, months_listed, contract_ends_on, wage, floor, cap, base, money_in
-- explanation: Tenaga kerja asing tercantum dalam {list} {month}, bekerja sejak {hired_on} ({months_listed} bulan dalam daftar, kontrak sampai {contract_ends_on}), tetapi tidak terdaftar sebagai peserta JKN melalui badan usaha ini. Dasar: {period}. Iuran dihitung dalam {money_in}.
-- explanation_en: A foreign worker is on the {list} of {month}, works since {hired_on} ({months_listed} months on the lists, contract until {contract_ends_on}), but is not enrolled in JKN through this employer. Basis: {period}. The contribution counts in {money_in}.
-- question: Sejak kapan dan sampai kapan orang asing ini bekerja di Indonesia menurut izinnya (RPTKA, KITAS)?
-- question_en: Since when and until when does this foreigner work in Indonesia by the permit (RPTKA, KITAS)?
-- [tested]
select w.business_id, count(*) as subjects
from work.workforce as w
inner join work.list_part as l using (roster_id)
inner join work.foreigner as f on f.business_id = w.business_id and f.person_id = w.person_id
left join work.unenrolled as u on u.business_id = w.business_id and u.person_id = w.person_id
where l.registered and l.list_covers and w.known and f.period <> 'unknown'
    and (w.valid_from is not null or not l.list_incomplete) and u.unproven is null
group by w.business_id
-- [not judged]
select w.business_id, case
        when not w.known then 'no_nik'
        when f.missing is not null then f.missing
        when f.period = 'unknown' then 'foreigner_period_unknown'
        when l.listed_on is null then 'no_member_list'
        when not l.list_covers then 'member_list_too_old'
        when l.list_incomplete then 'member_list_incomplete'
        else u.unproven
    end as reason, count(*) as subjects
from work.workforce as w
inner join work.list_part as l using (roster_id)
inner join work.foreigner as f on f.business_id = w.business_id and f.person_id = w.person_id
left join work.unenrolled as u on u.business_id = w.business_id and u.person_id = w.person_id
where l.registered
    and (
        not l.list_covers or not w.known or f.period = 'unknown' or w.valid_from is null and l.list_incomplete
        or u.unproven is not null
    )
group by 1, 2
union all
-- Whether a worker is a foreigner only lists of the employer tell.
select b.business_id, 'no_nationality', 1
from work.business as b
where b.registered and b.active
    and not exists (
        select from work.employment as e
        inner join work.identity as i using (business_id)
        where i.identity_id = b.business_id and e.nationality is not null
    )
union all
-- The breach itself stands; only its amount is open.
select u.business_id, 'amount:' || u.open_amount, count(*)
from work.unenrolled as u
where u.period is not null and u.list_covers and not u.list_incomplete and u.unproven is null and not u.is_missing and u.open_amount is not null
group by u.business_id, u.open_amount
-- [violations]
select
    u.business_id,
    u.person_id,
    -- A contract may end early, and the employer's own list may have the worker gone.
    case when u.period = 'worked' and not u.said_gone then 'established' else 'presumption' end as strength,
    -- Once only: REG-02 finds the same worker when six months are shown.
    case when u.is_missing then 0 else u.total end as amount,
    u.month as since,
    u.period,
    u.source as list,
    u.month,
    f.hired_on,
    f.months_listed,
    f.contract_ends_on,
    u.wage,
    u.floor,
    u.cap,
    u.base,
    case when u.is_missing then 'REG-02' else 'TKA-01' end as money_in,
    array_remove(array[case when not u.is_missing and u.open_amount is null then row(
        u.month, u.wage, u.base, u.employer_share, u.worker_share, u.total, 0, u.total
    )::audit.money_line end], null) as money,
    array[row(u.line_kind, u.batch_id, u.line)::audit.source_line] as sources
from work.unenrolled as u
inner join work.foreigner as f using (business_id, person_id)
where u.list_covers and not u.list_incomplete and u.unproven is null
