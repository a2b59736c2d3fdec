-- code: REG-02
-- title: Pekerja belum didaftarkan
-- title_en: Worker not registered
-- subject: worker
-- strength: established, presumption
-- path: administrative
-- amount: monthly
-- cites: UU-24-2011:15(1), PP-86-2013:3(1)a, PERPRES-82-2018:13(1)
-- reads: business, roster_gap, workforce_count, unenrolled, tariff
-- evidence: list, month, wage, floor, cap, base
-- explanation: Pekerja tercantum dalam {list} {month} dengan upah {wage}, tetapi tidak terdaftar sebagai peserta JKN melalui badan usaha ini pada bulan itu.
-- explanation_en: The worker is on the {list} of {month} with a wage of {wage}, but is not enrolled in JKN through this employer in that month.
-- question: Bila pekerja telah dilaporkan keluar: masih bekerjakah ia, atau upah dalam daftar itu pembayaran terakhir?
-- question_en: If the worker was reported as gone: does the work go on, or is the wage on the list a final payment?
-- [tested]
select w.business_id, w.workers as subjects
from work.workforce_count as w
inner join work.tariff as t using (region_code, month)
-- Of foreigners who have not worked for six months TKA-01 judges.
where w.list_covers and t.missing is null and w.known and w.enrolled and w.period = 'worked'
union all
select u.business_id, count(*) from work.unenrolled as u where u.is_missing group by u.business_id
-- [not judged]
select w.business_id, coalesce(t.missing, case
        when w.listed_on is null then 'no_member_list'
        when not w.list_covers then 'member_list_too_old'
        when not w.known then 'no_nik'
        else 'member_list_incomplete'
    end) as reason, w.workers as subjects
from work.workforce_count as w
inner join work.tariff as t using (region_code, month)
where w.period = 'worked'
    and (not w.list_covers or t.missing is not null or not w.known or (not w.enrolled and w.list_incomplete))
union all
-- Who had just begun, was not paid, or may have left before a later list was drawn.
select u.business_id, u.unproven, count(*)
from work.unenrolled as u
where u.list_covers and not u.list_incomplete and coalesce(u.period, 'worked') = 'worked' and u.unproven is not null
    and not exists (select from work.tariff as t where (t.region_code, t.month) = (u.region_code, u.month) and t.missing is not null)
group by u.business_id, u.unproven
union all
select g.business_id, g.reason, 1 from work.roster_gap as g
union all
-- The breach itself stands; only its amount is open.
select u.business_id, 'amount:' || u.open_amount, count(*)
from work.unenrolled as u
where u.is_missing and u.open_amount is not null
group by u.business_id, u.open_amount
-- [violations]
select
    u.business_id,
    u.person_id,
    -- The employer's own list says otherwise.
    case when u.said_gone then 'presumption' else 'established' end as strength,
    u.total as amount,
    u.month as since,
    u.source as list,
    u.month,
    u.wage,
    u.floor,
    u.cap,
    u.base,
    u.open_amount,
    u.employer_share,
    u.worker_share,
    u.line_kind,
    u.batch_id,
    u.line
from work.unenrolled as u
where u.is_missing
-- [money]
-- An amount that is open has no arithmetic.
array_remove(array[case when v.open_amount is null then row(
    v.month, v.wage, v.base, v.employer_share, v.worker_share, v.amount, 0, v.amount
)::audit.money_line end], null)
-- [sources]
array[row(v.line_kind, v.batch_id, v.line)::audit.source_line]
