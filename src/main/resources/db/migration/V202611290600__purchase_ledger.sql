-- Why: buyers keep their ledger themselves: files that can be taken back, corrections with reasons, programs that may send twice (ADR 0110).

create sequence purchase_import_number;
create sequence purchase_record_number;

-- One file of purchases, from its preview on. What it does (counts, sums, errors) is kept as it was shown.
create table purchase_import (
    code text primary key,
    file_name text not null,
    state text not null check (state in ('PREVIEWED', 'APPLIED', 'UNDONE')),
    organization text not null,
    organization_name text not null,
    uploaded_by text not null,
    uploaded_by_name text not null,
    uploaded_at timestamptz not null,
    applied_by_name text,
    applied_at timestamptz,
    undone_by_name text,
    undone_at timestamptz,
    -- SHA-256 of the file: the same file is recognised.
    content_digest text not null,
    -- What stands in which column: positions from 0 by names of columns; -1 where a person said that the file does not have it.
    columns jsonb not null,
    foreseen jsonb not null,
    version integer not null default 0,
    check ((state = 'PREVIEWED') = (applied_at is null)),
    check ((state = 'UNDONE') = (undone_at is not null))
);
create index purchase_import_recent on purchase_import (organization, uploaded_at desc);
-- Of two who apply the same file at once, one does.
create unique index purchase_import_once on purchase_import (organization, content_digest) where state = 'APPLIED';

-- The file itself, only until it is applied or its preview expires.
create table purchase_import_file (
    import_code text primary key references purchase_import (code) on delete cascade,
    content bytea not null
);

-- What an organisation's files of one make hold, as its people last said.
create table purchase_mapping (
    organization text not null,
    layout text not null,
    columns jsonb not null,
    kept_at timestamptz not null,
    primary key (organization, layout)
);

-- first_code is the record that a chain of corrections goes back to: one purchase, whatever became of it. number is the buyer's own.
alter table purchase_record
    add column first_code text references purchase_record (code),
    add column number text,
    add column supplier_uscc text,
    add column channel text not null default 'FILE' check (channel in ('FILE', 'PROGRAM', 'HAND', 'AWARD')),
    add column import_code text references purchase_import (code),
    add column reason text,
    add column recorded_by text,
    add column recorded_by_name text,
    -- What belongs to no family of the catalogue is bought as well, and counts.
    alter column category_code drop not null;

alter table purchase_record disable trigger purchase_record_facts;
with recursive chain as (
    select code, code as first_code from purchase_record where supersedes is null
    union all
    select later.code, chain.first_code from purchase_record later join chain on later.supersedes = chain.code)
update purchase_record purchase set first_code = chain.first_code from chain where chain.code = purchase.code;
alter table purchase_record enable trigger purchase_record_facts;

alter table purchase_record alter column first_code set not null;
create index purchase_record_chain on purchase_record (first_code);
create index purchase_record_known on purchase_record (recorded_at);
create index purchase_record_import on purchase_record (import_code) where import_code is not null;
create index purchase_record_alike on purchase_record (buyer_code, amount);
create index purchase_record_number_of_buyer on purchase_record (buyer_code, number) where number is not null;
create index purchase_record_product on purchase_record (product_code) where product_code is not null;

-- Whether two purchases that look alike are one: what a person said, the last word counts.
create table purchase_judgement (
    id bigint generated always as identity primary key,
    one text not null references purchase_record (code),
    other text not null references purchase_record (code),
    same boolean not null,
    decided_by text not null,
    decided_by_name text not null,
    decided_at timestamptz not null,
    check (one collate "C" < other collate "C")
);
create index purchase_judgement_pair on purchase_judgement (one, other, id);
create trigger purchase_judgement_facts before update or delete or truncate on purchase_judgement
    for each statement execute function refuse_change();

-- What a program was answered, by the key it sent: sent again, it is answered the same and nothing happens twice.
create table idempotent_answer (
    organization text not null,
    key text not null check (length(key) between 1 and 200),
    request_digest text not null,
    answer text,
    recorded_at timestamptz not null,
    primary key (organization, key)
);

-- Whether a product was recognised on a day as far as was known at a moment: events recorded later are not seen, and a recognition that was
-- renewed later ends where it ended then. As of now it is is_listed.
create function was_listed(product product, day date, known_before timestamptz) returns boolean language sql stable as $$
    select day between coalesce(product.valid_from, date '-infinity') and coalesce(product.valid_until, date 'infinity')
        and not exists (
            select from recognition_event began
            where began.product_code = product.code and began.recorded_at < known_before
                and began.kind in ('SUSPENDED', 'REVOKED', 'LAPSED')
                and day between began.starts_on and coalesce(began.ends_on, date 'infinity')
                and not exists (
                    select from recognition_event ended
                    where ended.product_code = began.product_code and ended.id > began.id and ended.recorded_at < known_before
                        and ended.kind in ('RECOGNISED', 'RESUMED') and ended.starts_on <= day))
        and (not exists (
                select from recognition_event later
                where later.product_code = product.code and later.kind = 'RECOGNISED' and later.batch_number > 1
                    and later.recorded_at >= known_before)
            or exists (
                select from recognition_event known
                where known.product_code = product.code and known.kind = 'RECOGNISED'
                    and (known.recorded_at < known_before or known.batch_number = 1)
                    and day <= coalesce(known.ends_on, date 'infinity')))
$$;
