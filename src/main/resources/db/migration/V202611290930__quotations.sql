-- Why: suppliers answer inquiries under seal; what they offered becomes rows when the inquiry is opened, and is a fact from then on (ADR 0121).

create sequence quotation_id increment by 50;
create sequence quotation_line_id increment by 50;

-- There is no row of an inquiry before it is opened.
create table quotation (
    id bigint primary key,
    inquiry_code text not null references inquiry (code),
    invitation_id bigint not null unique references invitation (id),
    supplier text not null,
    firm_code text references firm (code),
    submitted_at timestamptz not null,
    valid_until date not null,
    note text,
    salt text not null,
    -- SHA-256 of the canonical content, which can be put together again from these rows.
    receipt text not null check (receipt ~ '^[0-9a-f]{64}$')
);
create index quotation_of_inquiry on quotation (inquiry_code, submitted_at);
create trigger quotation_facts before update or delete or truncate on quotation
    for each statement execute function refuse_change();

create table quotation_line (
    id bigint primary key,
    quotation_id bigint not null references quotation (id),
    -- Of the line of the inquiry.
    number integer not null check (number >= 1),
    -- Code in the catalogue when it was offered. Not a reference: what is under seal cannot keep a product from leaving the catalogue, and
    -- that it has left must not keep the seal from being opened.
    product text,
    -- CNY, tax included.
    unit_price numeric(16, 4) not null check (unit_price > 0),
    -- Percent.
    tax_rate numeric(5, 2) not null check (tax_rate between 0 and 100),
    breaks jsonb not null,
    minimum_order numeric check (minimum_order > 0),
    lead_days integer not null check (lead_days >= 0),
    -- CNY, of the whole line.
    freight numeric(16, 2) not null check (freight >= 0),
    -- GB/T 2260; null when the supplier does not say where it is made.
    production_region text check (production_region ~ '^[0-9]{6}$'),
    local_content_pct numeric(5, 2) check (local_content_pct between 0 and 100),
    replies jsonb not null,
    note text,
    unique (quotation_id, number)
);
create trigger quotation_line_facts before update or delete or truncate on quotation_line
    for each statement execute function refuse_change();

create table quotation_file (
    id text primary key,
    quotation_id bigint not null references quotation (id),
    number integer not null,
    name text not null,
    type text not null check (type in ('JPEG', 'PNG', 'PDF', 'DOCX', 'XLSX')),
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    content bytea not null check (octet_length(content) between 1 and 10485760),
    unique (quotation_id, number)
);
create trigger quotation_file_facts before update or delete or truncate on quotation_file
    for each statement execute function refuse_change();

-- When what came in, under which receipt, and what was withdrawn: known from the opening on.
create table quotation_submission (
    invitation_id bigint not null references invitation (id),
    number integer not null check (number >= 1),
    inquiry_code text not null references inquiry (code),
    act text not null check (act in ('SUBMITTED', 'WITHDRAWN')),
    at timestamptz not null,
    -- Of what was sent in, or taken back.
    receipt text not null check (receipt ~ '^[0-9a-f]{64}$'),
    by_name text not null,
    primary key (invitation_id, number)
);
create index quotation_submission_of_inquiry on quotation_submission (inquiry_code, at);
create trigger quotation_submission_facts before update or delete or truncate on quotation_submission
    for each statement execute function refuse_change();

-- What is under seal. The key of each inquiry, wrapped by the installation's key, which is not in this database.
create table sealed_inquiry (
    inquiry_code text primary key references inquiry (code),
    -- Names the installation's key without giving it away.
    key_name text not null,
    wrapped_key bytea not null,
    -- How long the padded contents of all its envelopes are.
    dossier_bytes integer not null check (dossier_bytes > 0),
    papers_bytes integer not null check (papers_bytes > 0),
    -- When all of them were last written anew for no other reason than that.
    covered_at timestamptz not null
);

-- Two for each invitation, whether it is answered or not, all of an inquiry equally long and always written together. The tag tells
-- only who has the key of which invitation it is.
create table sealed_envelope (
    tag text primary key check (tag ~ '^[0-9a-f]{64}$'),
    inquiry_code text not null references inquiry (code),
    kind text not null check (kind in ('DOSSIER', 'PAPERS')),
    content bytea not null
);
-- Random bytes cannot be compressed: do not try.
alter table sealed_envelope alter column content set storage external;
create index sealed_envelope_of_inquiry on sealed_envelope (inquiry_code, kind);

-- Who has agreed to the opening, each once.
create table opening_confirmation (
    inquiry_code text not null references inquiry (code),
    login text not null,
    name text not null,
    confirmed_at timestamptz not null,
    primary key (inquiry_code, login)
);
