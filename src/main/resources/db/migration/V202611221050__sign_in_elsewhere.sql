-- Why: who signs in with an identity provider (OpenID Connect) is known by its issuer and subject, whatever the login is called there.

alter table account add column issuer text;
alter table account add column subject text;
alter table account add constraint account_of_subject unique (issuer, subject);
alter table account add constraint account_issuer_with_subject check ((issuer is null) = (subject is null));
alter table account add constraint account_one_way_to_sign_in check (issuer is null or password_hash is null);
