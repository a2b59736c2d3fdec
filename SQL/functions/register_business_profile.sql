create or replace view register.business_profile as
with identity as (
    select b.business_id, coalesce(m.identity_id, b.business_id) as identity_id
    from register.business as b
    left join register.merged_business() as m using (business_id)
),

newest as (
    select distinct on (i.identity_id, r.source = 'jkn') i.identity_id, r.*
    from register.business_record as r
    inner join identity as i using (business_id)
    where not exists (select from import.withdrawal as w where w.batch_id = r.batch_id)
    order by i.identity_id, r.source = 'jkn', r.as_of desc, r.batch_id desc, r.business_id
),

-- Numbers of batches that stand; of a business whose batches have all been taken back the numbers that it had.
numbers as (
    select
        i.identity_id,
        min(n.value) filter (where n.kind = 'entity_code') as entity_code,
        min(n.value) filter (where n.kind = 'wlkp_number') as wlkp_number,
        min(n.value) filter (where n.kind = 'npwp') as npwp,
        min(n.value) filter (where n.kind = 'nib') as nib,
        min(n.value) filter (where n.kind = 'npp') as npp,
        min(n.value) filter (where n.kind = 'field_number') as field_number
    from (
        select n.*, rank() over (
            partition by n.business_id order by exists (select from import.withdrawal as w where w.batch_id = n.batch_id)
        ) as standing
        from register.business_identifier as n
    ) as n
    inner join identity as i using (business_id)
    where n.standing = 1
    group by i.identity_id
)

select
    b.business_id,
    b.office_id,
    coalesce(n.entity_code, n.wlkp_number, n.npp, n.nib, n.npwp, n.field_number) as code,
    n.entity_code,
    n.wlkp_number,
    n.npwp,
    n.nib,
    n.npp,
    coalesce(j.name, w.name) as name,
    coalesce(j.address, w.address) as address,
    coalesce(j.size_class, w.size_class) as size_class,
    coalesce(j.region_code, w.region_code) as region_code,
    r.name as regency,
    w.kbli,
    j.virtual_account,
    j.registered_on,
    j.closed_on
-- Not from "identity", of which the planner knows nothing: it would expect a few businesses of an office and loop over the rest.
from register.business as b
left join register.merged_business() as m using (business_id)
left join numbers as n on n.identity_id = coalesce(m.identity_id, b.business_id)
left join newest as j on j.identity_id = coalesce(m.identity_id, b.business_id) and j.source = 'jkn'
left join newest as w on w.identity_id = coalesce(m.identity_id, b.business_id) and w.source <> 'jkn'
left join reference.region as r on r.code = left(coalesce(j.region_code, w.region_code), 5);
comment on view register.business_profile is
    'A business as letters and reports name it: numbers, name and address from the newest records, BPJS Kesehatan''s first; '
    'a business that people have decided is another one is named as that one.';
comment on column register.business_profile.business_id is 'Business.';
comment on column register.business_profile.office_id is 'Office.';
comment on column register.business_profile.code is 'The number it is called by: kode badan usaha, else WLKP number, NPP, NIB, NPWP or nomor lapangan.';
comment on column register.business_profile.entity_code is 'Kode badan usaha.';
comment on column register.business_profile.wlkp_number is 'WLKP number.';
comment on column register.business_profile.npwp is 'NPWP.';
comment on column register.business_profile.nib is 'NIB.';
comment on column register.business_profile.npp is 'BPJS Ketenagakerjaan number.';
comment on column register.business_profile.name is 'Name.';
comment on column register.business_profile.address is 'Address.';
comment on column register.business_profile.size_class is 'besar, menengah, kecil or mikro.';
comment on column register.business_profile.region_code is 'Kemendagri code.';
comment on column register.business_profile.regency is 'Name of the regency or city.';
comment on column register.business_profile.kbli is 'Line of business.';
comment on column register.business_profile.virtual_account is 'Virtual account.';
comment on column register.business_profile.registered_on is 'Registered with BPJS Kesehatan since.';
comment on column register.business_profile.closed_on is 'No longer takes part from this day on.';
