-- code: COOP-01
-- title: Panggilan pemeriksaan tidak dipenuhi
-- title_en: Summons to an examination not followed
-- subject: business
-- strength: presumption
-- path: collection
-- amount: none
-- cites: UU-24-2011:11c, PERBPJS-3-2019
-- reads: visit
-- evidence: summoned_on, missed_on, no_shows
-- explanation: Badan usaha dipanggil dengan surat tertanggal {summoned_on} untuk pemeriksaan di kantor pada {missed_on} dan tidak hadir; sejak itu tidak ada pemeriksaan. Panggilan yang tidak dipenuhi: {no_shows}.
-- explanation_en: The employer was summoned by a letter of {summoned_on} to an examination at the branch on {missed_on} and did not come; no examination has taken place since. Summonses not followed: {no_shows}.
-- question: Apakah surat panggilan diterima tepat waktu, dan adakah alasan yang sah untuk tidak hadir?
-- question_en: Did the summons arrive in time, and was there a good reason not to come?
-- [tested]
-- That a summons was not followed is proven only by the final one (SPPFPK), which is not issued yet: one no-show is a question.
select distinct v.business_id, 1 as subjects
from work.visit as v
where v.kind = 'office' and (v.missed_on is not null or v.held_on is not null)
-- [not judged]
select v.business_id, 'visit_not_recorded' as reason, count(*) as subjects
from work.visit as v
cross join work.scope as s
where v.kind = 'office' and v.visit_on < s.as_of and v.missed_on is null and v.held_on is null
group by v.business_id
-- [violations]
select
    m.business_id,
    null::bigint as person_id,
    null::bigint as amount,
    date_trunc('month', m.missed_on)::date as since,
    m.summoned_on,
    m.missed_on,
    m.no_shows,
    '{}'::audit.money_line[] as money,
    '{}'::audit.source_line[] as sources
from (
    select
        v.business_id, max(v.missed_on) as missed_on, (array_agg(v.letter_date order by v.missed_on desc))[1] as summoned_on,
        count(*) as no_shows
    from work.visit as v
    where v.missed_on is not null
    group by v.business_id
) as m
where not exists (select from work.visit as v where v.business_id = m.business_id and v.held_on >= m.missed_on)
