-- Why: facts of money spent and of demand, appended and never overwritten, so that every figure can be replayed (design rule 5).

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'Rows of % are facts: append a correction instead of % (design rule 5)', tg_table_name, tg_op;
end
$$;

-- purchased_on is when it happened, recorded_at when it became known. A correction names the record it supersedes and
-- repeats all of it; an amount of 0 cancels it. Amounts are CNY, tax included.
create table purchase_record (
    code text primary key,
    buyer_code text not null,
    buyer_name text not null,
    buyer_kind text check (buyer_kind in ('MANUFACTURER', 'PUBLIC_BODY')),
    buyer_city text not null check (buyer_city in ('430100', '430200', '430300')),
    purchased_on date not null,
    item text not null,
    category_code text not null references category (code),
    quantity numeric check (quantity > 0),
    unit text,
    amount numeric(16, 2) not null,
    supplier_name text not null,
    supplier_firm_code text references firm (code),
    product_code text references product (code),
    production_region text check (production_region ~ '^[0-9]{6}$'),
    declared_local_content_pct numeric(5, 2) check (declared_local_content_pct between 0 and 100),
    provenance text not null check (provenance in ('DOCUMENTED', 'ILLUSTRATIVE')),
    source text,
    recorded_at timestamptz not null,
    supersedes text unique references purchase_record (code),
    check (amount > 0 or (amount = 0 and supersedes is not null)),
    check (supersedes <> code)
);
create index purchase_record_day on purchase_record (purchased_on);
create index purchase_record_buyer on purchase_record (buyer_code, purchased_on);
create index purchase_record_category on purchase_record (category_code, purchased_on);
create trigger purchase_record_facts before update or delete or truncate on purchase_record
    for each statement execute function refuse_change();

-- One item that a buyer asked for. estimated_amount is CNY, tax included; criteria is a list of clauses in JSON.
create table requirement_line (
    code text primary key,
    buyer_code text not null,
    buyer_name text not null,
    buyer_kind text check (buyer_kind in ('MANUFACTURER', 'PUBLIC_BODY')),
    buyer_city text not null check (buyer_city in ('430100', '430200', '430300')),
    posted_on date not null,
    name text not null,
    category_code text not null references category (code),
    quantity numeric check (quantity > 0),
    unit text,
    needed_by date,
    estimated_amount numeric(16, 2) check (estimated_amount > 0),
    criteria jsonb not null,
    provenance text not null check (provenance in ('DOCUMENTED', 'ILLUSTRATIVE')),
    source text,
    recorded_at timestamptz not null,
    check (needed_by >= posted_on)
);
create index requirement_line_day on requirement_line (posted_on);
create index requirement_line_buyer on requirement_line (buyer_code, posted_on);
create index requirement_line_category on requirement_line (category_code, posted_on);
create trigger requirement_line_facts before update or delete or truncate on requirement_line
    for each statement execute function refuse_change();

-- What the catalogue as listed on a day had for a line, found by the matcher.
create table line_coverage (
    line_code text not null references requirement_line (code),
    as_of date not null,
    coverage text not null check (coverage in ('QUALIFIED', 'POSSIBLE', 'NONE')),
    best_product_code text references product (code),
    recorded_at timestamptz not null,
    primary key (line_code, as_of)
);
create trigger line_coverage_facts before update or delete or truncate on line_coverage
    for each statement execute function refuse_change();
