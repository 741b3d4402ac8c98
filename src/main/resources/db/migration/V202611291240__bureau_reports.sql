-- Why: what a bureau takes into the joint session is kept as it was said, and a month's report is made once, whatever instances run (ADR 0132).

create table bureau_report (
    code text primary key check (code ~ '^B[0-9]{8}-[0-9A-Z]{4}-[0-9A-Z]{4}$'),
    kind text not null check (kind in ('MONTHLY', 'SESSION')),
    -- GB/T 2260 of one of the three cities; null is the region.
    city_code text check (city_code in ('430100', '430200', '430300')),
    -- First day of the month.
    month date check (extract(day from month) = 1),
    session_number integer,
    as_of date not null,
    title text not null,
    -- The canonical text, and the SHA-256 of its UTF-8 bytes.
    content text not null,
    hash text not null check (hash ~ '^[0-9a-f]{64}$'),
    -- Of the sections that are the same whenever they are asked for as of the same day.
    figures_hash text not null check (figures_hash ~ '^[0-9a-f]{64}$'),
    scheduled boolean not null,
    made_by_login text not null,
    made_by_name text not null,
    made_at timestamptz not null,
    check ((kind = 'MONTHLY') = (month is not null)),
    check ((kind = 'SESSION') = (session_number is not null))
);
create index bureau_report_newest on bureau_report (made_at desc);
-- By schedule one report of a month, place and day, also when two bureaus ask for the region's or two instances look at once.
create unique index bureau_report_by_schedule on bureau_report (month, coalesce(city_code, ''), as_of) where scheduled;
create trigger bureau_report_facts before update or delete or truncate on bureau_report
    for each statement execute function refuse_change();

-- What a bureau has switched on; no row where it has not.
create table report_schedule (
    city_code text primary key check (city_code in ('430100', '430200', '430300')),
    day_of_month integer not null check (day_of_month between 1 and 28),
    of_region boolean not null,
    of_city boolean not null,
    -- The day on which the next report is due: moved on in the transaction that makes the reports.
    next_on date not null,
    set_by_name text not null,
    set_at timestamptz not null,
    check (of_region or of_city)
);
create index report_schedule_next on report_schedule (next_on);
