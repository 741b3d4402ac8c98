-- Why: one import may hand a code from one firm to another; it must be unique at the end, not after each row.
alter table firm drop constraint firm_uscc_key;
alter table firm add constraint firm_uscc_key unique (uscc) deferrable initially deferred;
