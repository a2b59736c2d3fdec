-- Employers from other lists than those of the labour office and BPJS Kesehatan, and what comes by phone or on paper.

alter table register.business_record drop constraint business_record_source_check;
alter table register.business_record add constraint business_record_source_check check (source in ('wlkp', 'jkn', 'field'));
comment on column register.business_record.source is
    'wlkp: labour office list (wajib lapor ketenagakerjaan); jkn: master file of BPJS Kesehatan; field: another list, or what an officer noted.';

alter table register.business_identifier drop constraint business_identifier_kind_check;
alter table register.business_identifier add constraint business_identifier_kind_check
    check (kind in ('entity_code', 'wlkp_number', 'npwp', 'nib', 'npp', 'field_number'));
comment on column register.business_identifier.kind is
    'entity_code (kode badan usaha), wlkp_number, npwp, nib, npp (BPJS Ketenagakerjaan number) or field_number (given here to an employer without any).';
