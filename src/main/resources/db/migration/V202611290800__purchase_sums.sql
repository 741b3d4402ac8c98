-- Why: figures over a million purchases are taken from sums by month that follow the facts, as-of days in the past included (ADR 0111).

-- The facts that the sums do not have yet, written with the fact: whoever sees a fact and no row here finds it in the sums.
create table purchase_sum_waiting (
    fact_code text primary key
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
create function await_purchase_sum() returns trigger language plpgsql set search_path from current as $$
begin
    insert into purchase_sum_waiting select code from new_rows;
    return null;
end
$$;
create trigger purchase_sum_wait after insert on purchase_record referencing new table as new_rows
    for each statement execute function await_purchase_sum();
insert into purchase_sum_waiting select code from purchase_record;

-- On which days each product is recognised as far as the sums know, and of which products that has changed since.
create table purchase_sum_listing (
    product_code text primary key,
    days datemultirange not null
);
create table purchase_sum_listing_waiting (
    id bigint generated always as identity primary key,
    product_code text not null
);
create function await_purchase_sum_listing() returns trigger language plpgsql set search_path from current as $$
begin
    execute format('insert into purchase_sum_listing_waiting (product_code) select ($1).%I', tg_argv[0]) using new;
    return null;
end
$$;
create trigger purchase_sum_listing_new after insert on product
    for each row execute function await_purchase_sum_listing('code');
create trigger purchase_sum_listing_term after update of valid_from, valid_until on product
    for each row when (old.valid_from is distinct from new.valid_from or old.valid_until is distinct from new.valid_until)
    execute function await_purchase_sum_listing('code');
create trigger purchase_sum_listing_event after insert on recognition_event
    for each row execute function await_purchase_sum_listing('product_code');
insert into purchase_sum_listing_waiting (product_code) select code from product;

-- Sums of what counts, by month of the purchase and month in which it became known; what a correction ends is taken off in the month of the
-- correction. Levels: by buyer alone, by category alone, by both; what a level does not tell apart is *. Amounts in fen.
create table purchase_sum (
    level text not null,
    buyer_code text not null,
    buyer_city text not null,
    category_code text not null,
    month date not null,
    known_month date not null,
    lines bigint not null,
    lines_changsha bigint not null,
    lines_zhuzhou bigint not null,
    lines_xiangtan bigint not null,
    lines_unknown bigint not null,
    illustrative bigint not null,
    fen bigint not null,
    fen_changsha bigint not null,
    fen_zhuzhou bigint not null,
    fen_xiangtan bigint not null,
    fen_unknown bigint not null,
    fen_content bigint not null,
    fen_undeclared bigint not null,
    fen_recognised bigint not null,
    primary key (level, buyer_code, category_code, buyer_city, month, known_month)
) partition by list (level);
create table purchase_sum_by_category partition of purchase_sum for values in ('CATEGORY') with (fillfactor = 80);
create table purchase_sum_by_buyer partition of purchase_sum for values in ('BUYER') with (fillfactor = 80);
create table purchase_sum_by_both partition of purchase_sum for values in ('BOTH') with (fillfactor = 80);
create index purchase_sum_of_category on purchase_sum_by_both (category_code);

-- How the sums were made: sums of another make, or of days that end elsewhere, are made anew. No row: not made yet.
create table purchase_sum_state (
    only_row boolean primary key default true check (only_row),
    make integer not null,
    zone text not null,
    checked_at timestamptz
);

-- The name that a buyer last gave.
create index purchase_record_buyer_name on purchase_record (buyer_code, recorded_at desc, code desc);
create index recognition_event_known on recognition_event (recorded_at);

-- On which days a product is recognised as far as was known at a moment: day by day the same as was_listed.
create function listed_days(product product, known_before timestamptz) returns datemultirange language sql stable as $$
    select datemultirange(daterange(product.valid_from, product.valid_until, '[]'))
        - coalesce((
            select range_agg(daterange(interruption.starts_on, interruption.ends_on, '[]'))
            from (
                select began.starts_on, least(began.ends_on, (
                    select min(ended.starts_on) - 1 from recognition_event ended
                    where ended.product_code = began.product_code and ended.id > began.id and ended.recorded_at < known_before
                        and ended.kind in ('RECOGNISED', 'RESUMED'))) as ends_on
                from recognition_event began
                where began.product_code = product.code and began.recorded_at < known_before
                    and began.kind in ('SUSPENDED', 'REVOKED', 'LAPSED')) interruption
            where interruption.ends_on is null or interruption.starts_on <= interruption.ends_on), '{}'::datemultirange)
        - case when exists (
            select from recognition_event later
            where later.product_code = product.code and later.kind = 'RECOGNISED' and later.batch_number > 1
                and later.recorded_at >= known_before)
        then coalesce((
            select case when bool_or(known.ends_on is null) then '{}'::datemultirange
                else datemultirange(daterange(max(known.ends_on), null, '()')) end
            from recognition_event known
            where known.product_code = product.code and known.kind = 'RECOGNISED'
                and (known.recorded_at < known_before or known.batch_number = 1)
            having count(*) > 0), datemultirange(daterange(null, null)))
        else '{}'::datemultirange end
$$;
