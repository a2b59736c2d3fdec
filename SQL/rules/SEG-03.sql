-- code: SEG-03
-- title: Suami atau istri yang bekerja hanya tercatat sebagai tanggungan
-- title_en: Working spouse held as a dependant only
-- subject: worker
-- strength: established, presumption
-- path: administrative
-- amount: monthly
-- cites: PERPRES-82-2018:14(1), UU-24-2011:15(1), PP-86-2013:3(1)a
-- reads: business, roster, workforce, unenrolled, elsewhere, batch, tariff, unknown_person
-- evidence: list, month, wage, member_list_on, floor, cap, base, money_in
-- explanation: Pekerja tercantum dalam {list} {month} dengan upah {wage}, tetapi dalam daftar peserta {member_list_on} hanya sebagai suami atau istri pekerja lain. Suami dan istri yang sama-sama bekerja didaftarkan oleh pemberi kerja masing-masing. Iuran dihitung dalam {money_in}.
-- explanation_en: The worker is on the {list} of {month} with a wage of {wage}, but in the member list of {member_list_on} only as another worker's spouse. Spouses who both work are registered each by the own employer. The contribution counts in {money_in}.
-- question: Apakah suami atau istri itu masih bekerja di badan usaha ini pada tanggal daftar peserta?
-- question_en: Did the spouse still work for this employer on the date of the member list?
-- [tested]
select u.business_id, count(*) as subjects
from work.unenrolled as u
cross join (select max(b.as_of) as listed_on from work.batch as b where b.kind = 'jkn-members') as l
left join work.elsewhere as e on (e.business_id, e.person_id) = (u.business_id, u.person_id) and e.rule = 'SEG-03'
where case when e.rule is not null then e.reason is null else coalesce(l.listed_on >= u.month, false) end
group by u.business_id
-- [not judged]
select u.business_id, coalesce(e.reason, case when l.listed_on is null then 'no_member_list' else 'member_list_too_old' end) as reason, count(*) as subjects
from work.unenrolled as u
cross join (select max(b.as_of) as listed_on from work.batch as b where b.kind = 'jkn-members') as l
left join work.elsewhere as e on (e.business_id, e.person_id) = (u.business_id, u.person_id) and e.rule = 'SEG-03'
where case when e.rule is not null then e.reason is not null else coalesce(l.listed_on < u.month, true) end
group by 1, 2
union all
select w.business_id, 'no_nik', count(*)
from work.workforce as w
inner join work.unknown_person as p using (person_id)
where w.registered and w.active and w.fresh
group by w.business_id
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
select u.business_id, 'amount:' || coalesce(t.missing, 'no_wage'), count(*)
from work.elsewhere as e
inner join work.unenrolled as u using (business_id, person_id)
inner join work.tariff as t using (region_code, month)
where e.rule = 'SEG-03' and e.reason is null and e.money_in = e.rule and (t.missing is not null or u.wage is null)
group by u.business_id, coalesce(t.missing, 'no_wage')
-- [violations]
select
    u.business_id,
    u.person_id,
    e.strength,
    -- Once only: where REG-02 finds the same worker the amount stands there, because not registering is the breach, and the
    -- warning about it names the worker with the amount.
    case when e.money_in = e.rule then c.total else 0 end as amount,
    u.month as since,
    u.source as list,
    u.month,
    u.wage,
    e.listed_on as member_list_on,
    t.floor,
    t.cap,
    b.base,
    e.money_in,
    array_remove(array[case when e.money_in = e.rule and c.total is not null then row(
        u.month, u.wage, b.base, c.employer_share, c.worker_share, c.total, 0, c.total
    )::audit.money_line end], null) as money,
    array[
        row(u.line_kind, u.batch_id, u.line)::audit.source_line, row(e.kind, e.batch_id, e.line)::audit.source_line
    ] as sources
from work.elsewhere as e
inner join work.unenrolled as u using (business_id, person_id)
left join work.tariff as t on t.region_code = u.region_code and t.month = u.month
cross join lateral (
    select case when t.missing is null then law.contribution_base(u.wage, t.floor, t.cap) end as base
) as b
cross join lateral law.contribution_on_base(b.base, t.employer_rate, t.worker_rate, t.extra_family_rate, 0) as c
where e.rule = 'SEG-03' and e.reason is null
