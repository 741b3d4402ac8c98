-- Why: files of a hundred thousand purchases are read, recorded and taken back in the background, with progress, and once (ADR 0110).

-- The columns of the file as its page shows them, so that the file is not read again to be looked at.
alter table purchase_import add column layout jsonb;

-- What is to be done with an upload. Who does it holds the row, so that no other instance does the same; when it is killed the row is free again.
create table purchase_import_work (
    import_code text primary key references purchase_import (code) on delete cascade,
    kind text not null check (kind in ('READ', 'APPLY', 'UNDO')),
    -- What the person saw who confirmed.
    seen text,
    -- What stands in the columns, where a person has said so.
    columns jsonb,
    -- Who asked for it, as what he was then.
    login text not null,
    name text not null,
    organization text,
    organization_name text not null,
    city text,
    roles text[] not null,
    asked_at timestamptz not null,
    attempts integer not null default 0,
    -- Why it was not done: it is over, and stays to be read.
    failure text,
    faults jsonb
);
create index purchase_import_work_waiting on purchase_import_work (asked_at) where failure is null;

-- How far it has come, and whether it is to stop: written beside the work, which is one transaction.
create table purchase_import_progress (
    import_code text primary key references purchase_import (code) on delete cascade,
    stage text not null,
    percent integer not null check (percent between 0 and 100),
    stopped boolean not null default false
);
