-- Why: whether a product is recognised on a day is more than two dates: batches, suspensions that end by themselves, revocations (ADR 0091).

-- Batches (批次): number one is the catalogue that was loaded; all others are closed by a joint session.
create table recognition_batch (
    number integer primary key check (number >= 1),
    host text check (host in ('CHANGSHA', 'ZHUZHOU', 'XIANGTAN')),
    closed_on date,
    valid_from date,
    valid_until date,
    check ((number = 1) = (closed_on is null)),
    check (num_nonnulls(host, closed_on, valid_from, valid_until) in (0, 4)),
    check (valid_from <= valid_until)
);
insert into recognition_batch (number) values (1);

-- What became of the recognition of a product: facts, never changed (design rule 5). Days are included; no last day means for good.
create table recognition_event (
    id bigint generated always as identity primary key,
    product_code text not null references product (code),
    kind text not null check (kind in ('RECOGNISED', 'SUSPENDED', 'RESUMED', 'REVOKED', 'LAPSED')),
    starts_on date,
    ends_on date,
    batch_number integer references recognition_batch (number),
    case_code text references recognition_case (code),
    -- The city whose bureau decided; none for the three together.
    city text check (city in ('CHANGSHA', 'ZHUZHOU', 'XIANGTAN')),
    reasons text[] not null default '{}',
    note text,
    decided_by_login text,
    decided_by_name text,
    recorded_at timestamptz not null,
    check ((kind = 'RECOGNISED') = (batch_number is not null)),
    check (starts_on <= ends_on),
    check (starts_on is not null or batch_number = 1),
    check (kind <> 'SUSPENDED' or ends_on is not null)
);
create index recognition_event_of_product on recognition_event (product_code, id);
create index recognition_event_of_batch on recognition_event (batch_number) where batch_number is not null;
create trigger recognition_event_facts before update or delete or truncate on recognition_event
    for each statement execute function refuse_change();

-- The search index follows within a second, as it follows every table of the catalogue.
create trigger search_change_insert after insert on recognition_event referencing new table as new_rows
    for each statement execute function record_search_change('PRODUCT', 'product_code');

-- The one place that knows when a product was not recognised between its two dates. What was recognised again, or resumed, later ends
-- what began before it.
create view product_interruption as
select * from (
    select began.id, began.product_code, began.kind, began.starts_on,
        least(began.ends_on, (
            select min(ended.starts_on) - 1 from recognition_event ended
            where ended.product_code = began.product_code and ended.id > began.id and ended.kind in ('RECOGNISED', 'RESUMED')))
            as ends_on
    from recognition_event began
    where began.kind in ('SUSPENDED', 'REVOKED', 'LAPSED')) interruption
where ends_on is null or starts_on <= ends_on;

-- Whether a product is recognised on a day, for queries in SQL; org.xiangpei.catalog.Listing says the same in Java.
create function is_listed(product product, day date) returns boolean language sql stable as $$
    select day between coalesce(product.valid_from, date '-infinity') and coalesce(product.valid_until, date 'infinity')
        and not exists (
            select from product_interruption interruption
            where interruption.product_code = product.code
                and day between interruption.starts_on and coalesce(interruption.ends_on, date 'infinity'))
$$;
