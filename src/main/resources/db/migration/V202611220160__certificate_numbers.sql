-- Why: numbers taken from a sequence fifty at a time let certificates be inserted in batches, as all other rows are.
alter table certificate alter column id drop identity;
create sequence certificate_seq increment by 50 owned by certificate.id;
select setval('certificate_seq', coalesce(max(id), 0) + 50) from certificate;
alter table certificate alter column id set default nextval('certificate_seq');
