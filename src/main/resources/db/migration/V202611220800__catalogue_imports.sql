-- Why: an import is previewed before it is applied, and an applied one can be taken back as a whole (ADR 0071).

create sequence catalog_import_number;

-- One upload of catalogue tables, from its preview on. Times are instants; the organisation is whose it is, empty for who has none.
create table catalog_import (
    code text primary key,
    file_name text not null,
    state text not null check (state in ('PREVIEWED', 'APPLIED', 'UNDONE')),
    organization text,
    organization_name text not null,
    city text check (city in ('430100', '430200', '430300')),
    uploaded_by text not null,
    uploaded_by_name text not null,
    uploaded_at timestamptz not null,
    applied_by_name text,
    applied_at timestamptz,
    undone_by_name text,
    undone_at timestamptz,
    tables jsonb not null,
    ignored text[] not null default '{}',
    error_count integer not null,
    digest text not null,
    version integer not null default 0,
    check ((state = 'PREVIEWED') = (applied_at is null)),
    check ((state = 'UNDONE') = (undone_at is not null))
);
create index catalog_import_recent on catalog_import (uploaded_at desc);

-- The file itself, only until it is applied or its preview expires.
create table catalog_import_file (
    import_code text primary key references catalog_import (code) on delete cascade,
    content bytea not null
);

-- What it does to each row, with the row as it was (empty for a new one) and as it becomes: what an undo goes by.
create table catalog_import_row (
    import_code text not null references catalog_import (code) on delete cascade,
    position integer not null,
    table_name text not null,
    row_name text not null,
    file text not null,
    line integer not null,
    before jsonb not null,
    after jsonb not null,
    primary key (import_code, position)
);
create index catalog_import_row_name on catalog_import_row (table_name, row_name);

create table catalog_import_error (
    import_code text not null references catalog_import (code) on delete cascade,
    position integer not null,
    file text not null,
    line integer not null,
    column_name text,
    value text,
    reason text not null,
    primary key (import_code, position)
);
