-- Why: recognition was a table of dates in the catalogue; now it is what firms file and three bureaus answer (design section 2, ADR 0090).

create table recognition_case (
    code text primary key check (code ~ '^H[0-9]{8}-[0-9A-Z]{4}-[0-9A-Z]{4}$'),
    organization_code text not null references organization (code),
    home_city text not null check (home_city in ('CHANGSHA', 'ZHUZHOU', 'XIANGTAN')),
    -- What it is in the catalogue already; none for a product that is not listed.
    product_code text references product (code),
    state text not null check (state in ('DRAFT', 'FILED', 'CIRCULATED', 'RETURNED', 'READY', 'ESCALATED', 'WITHDRAWN')),
    round integer not null check (round >= 0),
    -- What is being written, as it was typed; what was sent is in recognition_filing.
    statement jsonb not null,
    -- Logins of all who wrote it: none of them may answer for a city.
    authors text[] not null,
    saved_at timestamptz not null,
    -- Since when all three cities may read it.
    shared_at timestamptz,
    -- The last day for the cities that are asked.
    due_on date,
    reminded boolean not null default false,
    withdrawn_at timestamptz,
    withdrawn_reason text,
    version integer not null default 0,
    check ((state = 'DRAFT') = (round = 0)),
    check ((state in ('FILED', 'CIRCULATED')) = (due_on is not null)),
    check ((state = 'WITHDRAWN') = (withdrawn_at is not null)),
    check (state not in ('CIRCULATED', 'READY', 'ESCALATED') or shared_at is not null)
);
create index recognition_case_of_organization on recognition_case (organization_code, state);
create index recognition_case_of_city on recognition_case (home_city, state);
create index recognition_case_due on recognition_case (due_on) where due_on is not null;

-- What was sent, round by round, and what was answered to it: facts, never changed (design rule 5).
create table recognition_filing (
    id bigint generated always as identity primary key,
    case_code text not null references recognition_case (code),
    round integer not null check (round >= 1),
    statement jsonb not null,
    filed_by_login text not null,
    filed_by_name text not null,
    filed_at timestamptz not null,
    unique (case_code, round)
);
create trigger recognition_filing_facts before update or delete or truncate on recognition_filing
    for each statement execute function refuse_change();

-- Papers of a case, as they were sent: certificates and evidence of the firm, evidence of a bureau.
create table recognition_file (
    id text primary key,
    case_code text not null references recognition_case (code),
    -- The city whose bureau sent it; none for the firm.
    city text check (city in ('CHANGSHA', 'ZHUZHOU', 'XIANGTAN')),
    name text not null,
    type text not null check (type in ('JPEG', 'PNG', 'PDF')),
    content bytea not null check (octet_length(content) between 1 and 10485760),
    uploaded_by_name text not null,
    uploaded_at timestamptz not null
);
create index recognition_file_of_case on recognition_file (case_code);

create table recognition_verdict (
    id bigint generated always as identity primary key,
    case_code text not null,
    round integer not null,
    city text not null check (city in ('CHANGSHA', 'ZHUZHOU', 'XIANGTAN')),
    answer text not null check (answer in ('ACCEPT', 'RETURN', 'OBJECT')),
    reasons text[] not null,
    -- What of the filing is meant, by the ids of the fields of its form.
    fields text[] not null,
    note text,
    evidence_file text references recognition_file (id),
    given_by_login text not null,
    given_by_name text not null,
    given_at timestamptz not null,
    foreign key (case_code, round) references recognition_filing (case_code, round),
    -- A city answers once a round.
    unique (case_code, round, city),
    check ((answer = 'ACCEPT') = (cardinality(reasons) = 0))
);
create trigger recognition_verdict_facts before update or delete or truncate on recognition_verdict
    for each statement execute function refuse_change();
