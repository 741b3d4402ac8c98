-- Why: a recognition ends, is renewed, changed and revoked, and people are told once of what ends (ADR 0093).

-- Renewals and changes are filings that begin with what was recognised.
alter table recognition_case
    add column kind text not null default 'NEW' check (kind in ('NEW', 'RENEWAL', 'CHANGE')),
    -- What was recognised, in the words of a statement.
    add column baseline jsonb,
    -- Whether what was sent last states another value of a key specification than was recognised.
    add column key_changed boolean not null default false,
    add constraint recognition_case_baseline check ((kind = 'NEW') = (baseline is null)),
    add constraint recognition_case_of_listed check (kind = 'NEW' or product_code is not null);
create index recognition_case_of_product on recognition_case (product_code) where product_code is not null;

-- A change that was accepted: the term stays as it was.
alter table recognition_event drop constraint recognition_event_kind_check;
alter table recognition_event add constraint recognition_event_kind_check check (kind in (
    'RECOGNISED', 'SUSPENDED', 'RESUMED', 'REVOKED', 'LAPSED', 'CHANGED'));

-- An import gave a recognised product another value of a key specification: a fact, with what was recognised (all empty: not stated).
create table key_specification_change (
    id bigint generated always as identity primary key,
    -- No reference: the product may go with the import that brought it.
    product_code text not null,
    property_code text not null,
    was_min numeric,
    was_max numeric,
    was_value text,
    was_unit text,
    import_code text not null,
    noticed_at timestamptz not null
);
create index key_specification_change_of_product on key_specification_change (product_code, property_code, id);
create trigger key_specification_change_facts before update or delete or truncate on key_specification_change
    for each statement execute function refuse_change();

-- What of which people were told. Of two instances that tell at the same instant one writes the row.
create table recognition_told (
    subject text not null check (subject in ('PRODUCT', 'CERTIFICATE')),
    code text not null,
    until_day date not null,
    -- A number of days before the last day, or ENDED.
    stage text not null,
    told_at timestamptz not null,
    primary key (subject, code, until_day, stage)
);
-- What had ended before anybody was told of such things is no news.
insert into recognition_told (subject, code, until_day, stage, told_at)
    select 'PRODUCT', code, valid_until, 'ENDED', now() from product where valid_until < current_date;
insert into recognition_told (subject, code, until_day, stage, told_at)
    select 'CERTIFICATE', id::text, valid_until, 'ENDED', now() from certificate where valid_until < current_date;

-- Revocation: the home city opens it, the firm is heard, the three cities decide in a joint session.
create table revocation (
    code text primary key check (code ~ '^C[0-9]{8}-[0-9A-Z]{4}-[0-9A-Z]{4}$'),
    product_code text not null references product (code),
    home_city text not null check (home_city in ('CHANGSHA', 'ZHUZHOU', 'XIANGTAN')),
    grounds text[] not null check (cardinality(grounds) > 0),
    facts text not null,
    opened_by_login text not null,
    opened_by_name text not null,
    opened_at timestamptz not null,
    opened_on date not null,
    -- The last day on which the firm can state its case.
    heard_until date not null,
    -- What the firm says, or that it has nothing to say.
    reply text check (reply in ('STATED', 'WAIVED')),
    reply_text text,
    replied_by_login text,
    replied_by_name text,
    replied_at timestamptz,
    outcome text check (outcome in ('REVOKED', 'KEPT')),
    session_number integer references joint_session (number),
    ended_on date,
    version integer not null default 0,
    check (num_nonnulls(reply, replied_by_login, replied_by_name, replied_at) in (0, 4)),
    check (reply <> 'STATED' or reply_text is not null),
    check (num_nonnulls(outcome, session_number, ended_on) in (0, 3))
);
-- One at a time, also when two open it at the same instant.
create unique index revocation_open on revocation (product_code) where outcome is null;

create table revocation_file (
    id text primary key,
    revocation_code text not null references revocation (code),
    side text not null check (side in ('BUREAU', 'FIRM')),
    name text not null,
    type text not null check (type in ('JPEG', 'PNG', 'PDF')),
    content bytea not null check (octet_length(content) between 1 and 10485760),
    uploaded_by_name text not null,
    uploaded_at timestamptz not null
);
create index revocation_file_of on revocation_file (revocation_code);
create trigger revocation_file_facts before update or delete or truncate on revocation_file
    for each statement execute function refuse_change();

-- What a city says in the session: a fact, once a session.
create table revocation_position (
    id bigint generated always as identity primary key,
    session_number integer not null references joint_session (number),
    revocation_code text not null references revocation (code),
    city text not null check (city in ('CHANGSHA', 'ZHUZHOU', 'XIANGTAN')),
    revokes boolean not null,
    note text,
    taken_by_login text not null,
    taken_by_name text not null,
    taken_at timestamptz not null,
    unique (session_number, revocation_code, city)
);
create trigger revocation_position_facts before update or delete or truncate on revocation_position
    for each statement execute function refuse_change();

create table revocation_decision (
    id bigint generated always as identity primary key,
    session_number integer not null references joint_session (number),
    revocation_code text not null references revocation (code),
    revision integer not null check (revision >= 1),
    decision text not null check (decision in ('REVOKE', 'KEEP', 'POSTPONE')),
    note text not null,
    city text not null check (city in ('CHANGSHA', 'ZHUZHOU', 'XIANGTAN')),
    decided_by_login text not null,
    decided_by_name text not null,
    decided_at timestamptz not null,
    -- Of two who decide at the same instant one counts.
    unique (session_number, revocation_code, revision)
);
create trigger revocation_decision_facts before update or delete or truncate on revocation_decision
    for each statement execute function refuse_change();
