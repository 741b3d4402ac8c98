-- Why: organisations with opposed interests use one system; everything that belongs to one hangs on these tables.

create table organization (
    code text primary key,
    kind text not null check (kind in ('FIRM', 'PUBLIC_BUYER', 'BUREAU', 'SERVICE_INSTITUTION', 'OPERATOR')),
    name text not null,
    uscc text unique,
    -- The city whose bureau is responsible for it; none for the operator.
    city text check (city in ('CHANGSHA', 'ZHUZHOU', 'XIANGTAN')),
    firm_code text unique references firm (code),
    active boolean not null,
    demo boolean not null,
    created_at timestamptz not null,
    version integer not null default 0,
    check (kind = 'OPERATOR' or city is not null)
);
create unique index organization_bureau_of_city on organization (city) where kind = 'BUREAU' and active;
create sequence organization_number start with 1;

create table account (
    id bigint generated always as identity primary key,
    login text not null unique check (login = lower(login)),
    name text not null,
    email text,
    password_hash text,
    must_change_password boolean not null,
    active boolean not null,
    created_at timestamptz not null,
    version integer not null default 0
);

-- A person belongs to one organisation at a time; what ended stays, so that history names the right one.
create table membership (
    id bigint generated always as identity primary key,
    account_id bigint not null references account (id),
    organization_code text not null references organization (code),
    roles text[] not null,
    since timestamptz not null,
    until timestamptz,
    version integer not null default 0,
    check (since <= until)
);
create unique index membership_of_account on membership (account_id) where until is null;
create index membership_of_organization on membership (organization_code) where until is null;

-- Only a hash of what the browser holds: who reads this table cannot use it to sign in.
create table sign_in_session (
    token_hash text primary key,
    account_id bigint not null references account (id),
    started_at timestamptz not null,
    last_used_at timestamptz not null,
    address text not null,
    agent text not null
);
create index sign_in_session_of_account on sign_in_session (account_id);

-- Failed attempts by login name and by address, across all instances.
create table sign_in_failure (
    subject text primary key,
    failures integer not null,
    last_at timestamptz not null
);

-- What programs use instead of a session. Only a hash, as above; a revoked one stays, so that its use can be explained.
create table access_token (
    id bigint generated always as identity primary key,
    account_id bigint not null references account (id),
    name text not null,
    token_hash text not null unique,
    scopes text[] not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    last_used_at timestamptz,
    revoked_at timestamptz,
    version integer not null default 0
);
create index access_token_of_account on access_token (account_id);
