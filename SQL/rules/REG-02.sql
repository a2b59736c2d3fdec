-- code: REG-02
-- title: Pekerja belum didaftarkan
-- title_en: Worker not registered
-- subject: worker
-- strength: established
-- path: administrative
-- amount: monthly
-- cites: UU-24-2011:15(1), PP-86-2013:3(1)a, PERPRES-82-2018:13(1)
-- reads: business, roster, workforce, tariff, member_list, foreigner
-- evidence: list, month, wage, floor, cap, base
-- explanation: Pekerja tercantum dalam {list} {month} dengan upah {wage}, tetapi tidak terdaftar sebagai peserta JKN melalui badan usaha ini pada bulan itu.
-- explanation_en: The worker is on the {list} of {month} with a wage of {wage}, but is not enrolled in JKN through this employer in that month.
-- question:
-- question_en:
-- [tested]
select w.business_id, count(*) as subjects
from work.workforce as w
inner join work.tariff as t using (region_code, month)
where w.registered and w.active and w.fresh and w.list_covers and t.missing is null
    and (w.valid_from is not null or not w.list_incomplete) and w.known
    -- Of foreigners who have not worked for six months TKA-01 judges.
    and (w.business_id, w.person_id) not in (select f.business_id, f.person_id from work.foreigner as f where f.period <> 'worked')
group by w.business_id
-- [not judged]
select w.business_id, coalesce(t.missing, case
        when w.listed_on is null then 'no_member_list'
        when not w.list_covers then 'member_list_too_old'
        when not w.known then 'no_nik'
        else 'member_list_incomplete'
    end) as reason, count(*) as subjects
from work.workforce as w
inner join work.tariff as t using (region_code, month)
where w.registered and w.active and w.fresh
    and (not w.list_covers or t.missing is not null or not w.known or (w.valid_from is null and w.list_incomplete))
    and (w.business_id, w.person_id) not in (select f.business_id, f.person_id from work.foreigner as f where f.period <> 'worked')
group by w.business_id, coalesce(t.missing, case
        when w.listed_on is null then 'no_member_list'
        when not w.list_covers then 'member_list_too_old'
        when not w.known then 'no_nik'
        else 'member_list_incomplete'
    end)
union all
-- Lists of some workers speak for these alone.
select b.business_id, case
        when r.business_id is null then 'no_worker_list'
        when r.complete or not r.fresh then 'worker_list_too_old'
        else 'worker_list_partial'
    end, 1
from work.business as b
left join work.roster as r using (business_id)
where b.registered and b.active and not coalesce(r.whole, false)
union all
-- The breach itself stands; only its amount is open.
select w.business_id, 'amount:no_wage', count(*)
from work.workforce as w
inner join work.tariff as t using (region_code, month)
where w.registered and w.active and w.fresh and w.list_covers and t.missing is null
    and w.valid_from is null and w.wage is null and not w.list_incomplete and w.known
    and (w.business_id, w.person_id) not in (select f.business_id, f.person_id from work.foreigner as f where f.period <> 'worked')
group by w.business_id
-- [violations]
select
    w.business_id,
    w.person_id,
    c.total as amount,
    w.month as since,
    w.source as list,
    w.month,
    w.wage,
    t.floor,
    t.cap,
    b.base,
    -- An amount that is open has no arithmetic.
    array_remove(array[case when c.total is not null then row(
        w.month, w.wage, b.base, c.employer_share, c.worker_share, c.total, 0, c.total
    )::audit.money_line end], null) as money,
    array[row(w.line_kind, w.batch_id, w.line)::audit.source_line] as sources
from work.workforce as w
inner join work.tariff as t using (region_code, month)
cross join lateral (select law.contribution_base(w.wage, t.floor, t.cap) as base) as b
cross join lateral law.contribution_on_base(b.base, t.employer_rate, t.worker_rate, t.extra_family_rate, 0) as c
where w.registered and w.active and w.fresh and w.list_covers and t.missing is null
    -- work.unenrolled has this condition too: the money of a worker whom it meets counts here.
    and w.valid_from is null and not w.list_incomplete and w.known
    and (w.business_id, w.person_id) not in (select f.business_id, f.person_id from work.foreigner as f where f.period <> 'worked')
