-- Why: requirements were typed, matched and forgotten; now an organisation keeps them, publishes them to firms and changes them in editions (ADR 0101).

create table requirement (
    code text primary key check (code ~ '^X[0-9]{8}-[0-9A-Z]{4}-[0-9A-Z]{4}$'),
    organization_code text not null references organization (code),
    title text not null check (length(title) between 1 and 200),
    note text,
    -- GB/T 2260; where the goods are delivered.
    deliver_to text check (deliver_to ~ '^[0-9]{6}$'),
    needed_by date,
    -- CNY, tax included. Private: nobody but the buyer sees it.
    budget numeric(16, 2) check (budget > 0),
    state text not null check (state in ('DRAFT', 'PUBLISHED', 'WITHDRAWN', 'CLOSED')),
    visibility text not null check (visibility in ('ALL', 'CHOSEN')),
    shows_buyer boolean not null,
    -- 0 until it is published, then counted from 1.
    edition integer not null check (edition >= 0),
    created_at timestamptz not null,
    saved_at timestamptz not null,
    published_at timestamptz,
    ended_at timestamptz,
    ended_reason text,
    -- Counts the changes of the head alone, so that who edits it is not disturbed by who edits lines.
    head_version integer not null default 0,
    version integer not null default 0,
    check ((state = 'DRAFT') = (edition = 0)),
    check ((state = 'DRAFT') = (published_at is null)),
    check ((state in ('WITHDRAWN', 'CLOSED')) = (ended_at is not null)),
    check ((state in ('WITHDRAWN', 'CLOSED')) = (ended_reason is not null))
);
create index requirement_of_organization on requirement (organization_code, saved_at desc);
create index requirement_open on requirement (published_at desc) where state = 'PUBLISHED';

-- The firms of the catalogue that a requirement is published to, when not to all.
create table requirement_invitee (
    requirement_code text not null references requirement (code),
    firm_code text not null references firm (code),
    primary key (requirement_code, firm_code)
);
create index requirement_invitee_firm on requirement_invitee (firm_code);

create sequence requirement_entry_id increment by 500;

-- One item of a requirement as its buyer has it now. What was posted of it as a fact is in requirement_line.
create table requirement_entry (
    id bigint primary key,
    requirement_code text not null references requirement (code),
    number integer not null check (number >= 1),
    name text not null,
    description text,
    category text references category (code),
    quantity numeric check (quantity > 0),
    unit text,
    -- CNY, tax included, of the whole line. Private as that of the requirement.
    budget numeric(16, 2) check (budget > 0),
    -- As the buyer wrote it: a sentence of a text, a row of a bill of materials.
    words text,
    criteria jsonb not null,
    state text not null check (state in ('OPEN', 'ASK', 'DROPPED')),
    version integer not null default 0,
    unique (requirement_code, number)
);
create index requirement_entry_category on requirement_entry (category);

-- What a published requirement said, edition by edition: facts, never changed (design rule 5).
create table requirement_edition (
    requirement_code text not null references requirement (code),
    number integer not null check (number >= 1),
    head jsonb not null,
    made_by_login text not null,
    made_by_name text not null,
    made_at timestamptz not null,
    primary key (requirement_code, number)
);
create trigger requirement_edition_facts before update or delete or truncate on requirement_edition
    for each statement execute function refuse_change();

-- The lines that an edition changed; of the first edition all. A line says in an edition what the latest row up to it says.
create table requirement_edition_line (
    requirement_code text not null,
    edition integer not null,
    number integer not null,
    content jsonb not null,
    state text not null check (state in ('OPEN', 'ASK', 'DROPPED')),
    primary key (requirement_code, number, edition),
    foreign key (requirement_code, edition) references requirement_edition (requirement_code, number)
);
create index requirement_edition_line_edition on requirement_edition_line (requirement_code, edition);
create trigger requirement_edition_line_facts before update or delete or truncate on requirement_edition_line
    for each statement execute function refuse_change();

-- Drawings and specifications that belong to a requirement.
create table requirement_file (
    id text primary key,
    requirement_code text not null references requirement (code),
    name text not null,
    type text not null check (type in ('JPEG', 'PNG', 'PDF', 'DOCX', 'XLSX')),
    content bytea not null check (octet_length(content) between 1 and 10485760),
    uploaded_by_name text not null,
    uploaded_at timestamptz not null,
    -- What firms could read is kept for the buyer when it is taken away.
    removed_at timestamptz
);
create index requirement_file_of_requirement on requirement_file (requirement_code);

-- A posted line may come from a kept requirement, and whose buyer is hidden must not stand under that buyer in public figures.
alter table requirement_line add column requirement_code text references requirement (code);
alter table requirement_line add column line_number integer;
alter table requirement_line add check ((requirement_code is null) = (line_number is null));
alter table requirement_line add column names_buyer boolean not null default true;
create index requirement_line_of_requirement on requirement_line (requirement_code, line_number) where requirement_code is not null;

-- From when on a posted line counts no longer: its line was changed, dropped or withdrawn. As of an earlier day it still counts.
create table requirement_line_end (
    line_code text primary key references requirement_line (code),
    why text not null check (why in ('SUPERSEDED', 'DROPPED', 'WITHDRAWN')),
    -- The fact that stands in its place.
    superseded_by text references requirement_line (code),
    recorded_at timestamptz not null,
    check ((why = 'SUPERSEDED') = (superseded_by is not null))
);
create trigger requirement_line_end_facts before update or delete or truncate on requirement_line_end
    for each statement execute function refuse_change();
