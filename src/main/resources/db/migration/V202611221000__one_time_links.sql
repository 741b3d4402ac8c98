-- Why: an administrator lets a colleague in, or in again, by a link that is good once; nobody ever learns another's password.

-- Only a hash of what the address holds. What was used or revoked stays, so that its holder is told what happened to it.
create table one_time_link (
    id bigint generated always as identity primary key,
    token_hash text not null unique,
    purpose text not null check (purpose in ('INVITE', 'RESET_PASSWORD')),
    organization_code text not null references organization (code),
    -- Whose password may be chosen anew; an invitation is for somebody who has no account yet, or any.
    account_id bigint references account (id),
    name text not null,
    email text,
    roles text[] not null,
    created_by bigint not null references account (id),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    revoked_at timestamptz,
    check ((purpose = 'RESET_PASSWORD') = (account_id is not null))
);
create index one_time_link_of_organization on one_time_link (organization_code) where used_at is null and revoked_at is null;
create index one_time_link_of_account on one_time_link (account_id) where used_at is null and revoked_at is null;

alter table account add column last_sign_in_at timestamptz;
-- Until somebody makes the link for it.
alter table account add column reset_asked_at timestamptz;
