-- Why: a bill of materials in any layout becomes a draft requirement piece by piece in the background, and must survive a restart (ADR 0102).

create table bill (
    code text primary key check (code ~ '^M[0-9]{8}-[0-9A-Z]{4}-[0-9A-Z]{4}$'),
    organization_code text not null references organization (code),
    title text not null,
    file_name text not null,
    -- SHA-256 of the file in hexadecimal digits: the same file twice is recognised.
    file_hash text not null check (length(file_hash) = 64),
    state text not null check (state in ('UPLOADED', 'QUEUED', 'READING', 'READ', 'CANCELLED', 'FAILED')),
    uploaded_by_login text not null,
    uploaded_by_name text not null,
    uploaded_at timestamptz not null,
    -- Rows to read, and the last one that was: both count the rows of the chosen sheets behind their headers.
    total integer not null default 0,
    done integer not null default 0 check (done <= total),
    line_count integer not null default 0,
    unmatched_count integer not null default 0,
    skipped_count integer not null default 0,
    remark_count integer not null default 0,
    -- The draft that it becomes; none before the first line.
    requirement_code text,
    started_at timestamptz,
    ended_at timestamptz,
    attempts integer not null default 0,
    failure text,
    version integer not null default 0,
    check ((state = 'FAILED') = (failure is not null)),
    check ((state in ('READ', 'CANCELLED', 'FAILED')) = (ended_at is not null))
);
create index bill_of_organization on bill (organization_code, uploaded_at desc);
create index bill_same_file on bill (organization_code, file_hash);
create index bill_waiting on bill (started_at) where state in ('QUEUED', 'READING');

-- Sheets of the file, with what their columns were guessed or said to hold.
create table bill_sheet (
    bill_code text not null references bill (code) on delete cascade,
    position integer not null,
    name text not null,
    hidden boolean not null,
    chosen boolean not null,
    row_count integer not null,
    -- Rows of headings as the editor numbers them; 0 and 0 for none.
    header_from integer not null,
    header_to integer not null,
    -- What names the layout: equal for equal headings. Empty without headings.
    signature text not null,
    columns jsonb not null,
    spans jsonb not null,
    version integer not null default 0,
    primary key (bill_code, position)
);

-- Rows as they stood in the file, until they are read; those without a category until the requirement has one for them.
create table bill_row (
    bill_code text not null references bill (code) on delete cascade,
    -- Over all sheets, from 1.
    position integer not null,
    sheet integer not null,
    line integer not null,
    cells jsonb not null,
    state text not null check (state in ('WAITING', 'READ', 'UNMATCHED', 'MATCHED', 'ASKED', 'DROPPED')),
    name text not null default '',
    requirement_line integer,
    primary key (bill_code, position)
);
create index bill_row_unmatched on bill_row (bill_code, name) where state = 'UNMATCHED';

-- What was left out or not understood, each with its place.
create table bill_remark (
    bill_code text not null references bill (code) on delete cascade,
    position integer not null,
    kind text not null check (kind in ('FAULT', 'HINT', 'SKIPPED')),
    file text not null,
    line integer not null,
    column_name text,
    value text,
    reason text not null,
    primary key (bill_code, position)
);
create index bill_remark_of_kind on bill_remark (bill_code, kind, position);

-- What the columns of a layout meant the last time somebody of the organisation said so.
create table bill_mapping (
    organization_code text not null references organization (code) on delete cascade,
    signature text not null,
    roles jsonb not null,
    used_at timestamptz not null,
    primary key (organization_code, signature)
);
