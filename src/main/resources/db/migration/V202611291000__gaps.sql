-- Why: unmet lines are grouped into gaps that bureaus take in hand; how each line stood on which day is kept, so that no page works through all facts (ADR 0130).

-- A line may be judged again on the day on which it was judged first: of one day the fact recorded last counts.
alter table line_coverage drop constraint line_coverage_pkey;
alter table line_coverage add primary key (line_code, as_of, recorded_at);

-- What lines lack together. The key follows from category and what is lacking, so that a gap that comes again is the same.
create table gap (
    code text primary key,
    category_code text not null references category (code),
    lacks jsonb not null,
    -- Who has it in hand.
    follower_login text,
    follower_name text,
    follower_city text check (follower_city in ('430100', '430200', '430300')),
    followed_at timestamptz,
    -- From when on none of its lines is unmet, as noticed last; null while some is.
    closed_on date,
    version integer not null default 0,
    check (num_nonnulls(follower_login, follower_name, follower_city, followed_at) in (0, 4))
);
create index gap_category on gap (category_code);

-- Into which gap a line was put when it was unmet for the first time; it stays there.
create table gap_member (
    line_code text primary key references requirement_line (code) on delete cascade,
    gap_key text not null references gap (code),
    put_on date not null
);
create index gap_member_gap on gap_member (gap_key);

-- What became of a gap: facts.
create table gap_event (
    id bigint generated always as identity primary key,
    gap_key text not null references gap (code),
    kind text not null check (kind in ('TAKEN', 'RELEASED', 'FIRM_TOLD', 'CLOSED', 'REOPENED')),
    day date not null,
    recorded_at timestamptz not null,
    by_login text not null,
    by_name text not null,
    by_city text,
    firm_code text,
    firm_name text,
    note text,
    check ((kind = 'FIRM_TOLD') = (firm_code is not null)),
    check ((kind = 'FIRM_TOLD') = (firm_name is not null))
);
create index gap_event_gap on gap_event (gap_key, id);
create trigger gap_event_facts before update or delete or truncate on gap_event
    for each statement execute function refuse_change();

-- How a posted line stood from a day on, and until when (the first day on which it no longer stood so; null: it does). Derived from the
-- facts: it may be deleted, and comes again when all lines are put into gap_due.
create table line_standing (
    line_code text not null references requirement_line (code) on delete cascade,
    from_day date not null,
    until_day date check (until_day > from_day),
    -- Null where nobody matched the line.
    coverage text check (coverage in ('QUALIFIED', 'POSSIBLE', 'NONE')),
    -- Of an unmet line.
    gap_key text references gap (code),
    -- As the line has it.
    category_code text not null,
    buyer_code text not null,
    buyer_city text not null,
    names_buyer boolean not null,
    illustrative boolean not null,
    quantity numeric,
    unit text,
    estimated_amount numeric(16, 2),
    primary key (line_code, from_day)
);
create index line_standing_gap on line_standing (gap_key, from_day) where gap_key is not null;
create index line_standing_unmet on line_standing (gap_key) where gap_key is not null and until_day is null;
create index line_standing_category on line_standing (category_code);

-- Who comes near an unmet line now, and what would have to change. Derived as well.
create table unmet_line (
    line_code text primary key references requirement_line (code) on delete cascade,
    judged_on date not null,
    near_count integer not null,
    near jsonb not null,
    possible_count integer not null,
    possible jsonb not null
);

-- Lines to be looked at: put in by the transaction that makes it necessary. Rows are only added, so that nobody waits for anybody.
create table gap_due (
    id bigint generated always as identity primary key,
    line_code text not null references requirement_line (code) on delete cascade,
    -- Whether it is to be matched, or only its standing is to be written down.
    judge boolean not null
);

create function line_posted_to_gaps() returns trigger language plpgsql as $$
begin
    insert into gap_due (line_code, judge) select code, false from added;
    return null;
end
$$;
create trigger requirement_line_gaps after insert on requirement_line
    referencing new table as added for each statement execute function line_posted_to_gaps();

create function line_ended_to_gaps() returns trigger language plpgsql as $$
begin
    insert into gap_due (line_code, judge) select line_code, false from added;
    return null;
end
$$;
create trigger requirement_line_end_gaps after insert on requirement_line_end
    referencing new table as added for each statement execute function line_ended_to_gaps();

create function line_covered_to_gaps() returns trigger language plpgsql as $$
begin
    insert into gap_due (line_code, judge) select distinct line_code, true from added;
    return null;
end
$$;
create trigger line_coverage_gaps after insert on line_coverage
    referencing new table as added for each statement execute function line_covered_to_gaps();

insert into gap_due (line_code, judge) select code, true from requirement_line;

-- The chains: who supplies a category now, and what was spent on it. Derived, written anew when chain_due says so; without references,
-- so that they keep nobody from removing what they speak of.
create table category_supplier (
    category_code text not null,
    firm_code text not null,
    -- Those of the three in which the firm produces.
    cities text[] not null,
    products integer not null,
    primary key (category_code, firm_code)
);
create table category_purchases (
    category_code text primary key,
    records bigint not null,
    amount numeric not null,
    local_amount numeric not null
);
create table chain_refreshed (
    only_row boolean primary key default true check (only_row),
    purchases_from date not null,
    purchases_to date not null,
    -- Of the whole ledger, also of what belongs to no category.
    purchases_amount numeric not null,
    refreshed_at timestamptz not null
);
create table chain_due (
    id bigint generated always as identity primary key
);

create function purchases_to_chains() returns trigger language plpgsql as $$
begin
    insert into chain_due default values;
    return null;
end
$$;
create trigger purchase_record_chains after insert on purchase_record
    for each statement execute function purchases_to_chains();

insert into chain_due default values;

-- Names that chains had, so that an address with an old one still leads somewhere.
create table known_chain_name (
    chain text not null,
    category_code text not null,
    primary key (chain, category_code)
);
