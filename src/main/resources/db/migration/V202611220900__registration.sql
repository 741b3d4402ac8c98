-- Why: organisations register themselves; their city's bureau, or the operator outside the three cities, opens the account or says why not.

-- A licence is kept as it was sent, under a name that nobody can guess. One that no registration names belongs to a form
-- that is still being corrected, and goes after a day.
create table licence (
    id text primary key,
    type text not null check (type in ('JPEG', 'PNG', 'PDF')),
    content bytea not null check (octet_length(content) between 1 and 10485760),
    uploaded_at timestamptz not null
);
create index licence_uploaded on licence (uploaded_at);

create table registration (
    receipt text primary key check (receipt ~ '^R[0-9]{8}-[0-9A-Z]{4}-[0-9A-Z]{4}$'),
    kind text not null check (kind in ('FIRM', 'PUBLIC_BUYER', 'SERVICE_INSTITUTION')),
    name text not null,
    uscc text not null,
    -- Where it is registered: a region of the three cities, or in words anywhere else.
    region text,
    elsewhere text,
    buys boolean not null,
    supplies boolean not null,
    production_sites text[] not null,
    produces_elsewhere boolean not null,
    contact_name text not null,
    email text not null,
    phone text not null,
    login text not null check (login = lower(login)),
    -- Of the first administrator; only until it is decided.
    password_hash text,
    licence_id text not null unique references licence (id),
    -- The city whose bureau vets it; none is for the operator.
    city text check (city in ('CHANGSHA', 'ZHUZHOU', 'XIANGTAN')),
    state text not null check (state in ('SUBMITTED', 'RETURNED', 'APPROVED', 'REJECTED')),
    reasons text[] not null,
    note text,
    round integer not null,
    submitted_at timestamptz not null,
    decided_by_name text,
    decided_at timestamptz,
    organization_code text unique references organization (code),
    version integer not null default 0,
    check ((region is null) = (elsewhere is not null)),
    check ((state = 'APPROVED') = (organization_code is not null)),
    check ((state in ('SUBMITTED', 'RETURNED')) = (password_hash is not null))
);
create unique index registration_open_uscc on registration (uscc) where state in ('SUBMITTED', 'RETURNED');
create unique index registration_open_login on registration (login) where state in ('SUBMITTED', 'RETURNED');
create index registration_of_city on registration (city, state, submitted_at);

-- Organisations outside the three cities have no bureau here: the operator is responsible for them.
alter table organization drop constraint organization_check;
alter table organization add check (kind <> 'BUREAU' or city is not null);
