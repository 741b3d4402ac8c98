-- Why: who bought elsewhere must be able to show years later what was asked here, who was considered and what each lacked (ADR 0104).

create table sourcing_report (
    code text primary key check (code ~ '^S[0-9]{8}-[0-9A-Z]{4}-[0-9A-Z]{4}$'),
    -- No reference: a report outlives the draft that it was made of.
    requirement_code text not null,
    organization_code text not null references organization (code),
    title text not null,
    first_line integer not null check (first_line >= 1),
    last_line integer not null check (last_line >= first_line),
    as_of date not null,
    -- The canonical text, and the SHA-256 of its UTF-8 bytes: not over the time, so that the same question has the same hash.
    content text not null,
    hash text not null check (hash ~ '^[0-9a-f]{64}$'),
    qualified integer not null,
    possible integer not null,
    uncovered integer not null,
    -- Everything of the catalogue that was committed before this position was in the index.
    index_position bigint not null,
    made_by_login text not null,
    made_by_name text not null,
    made_at timestamptz not null
);
create index sourcing_report_of_requirement on sourcing_report (requirement_code, made_at desc);
create trigger sourcing_report_facts before update or delete or truncate on sourcing_report
    for each statement execute function refuse_change();
