-- Why: bureaus set targets of the rate for a year; what they set is a fact, the latest of a year and place counts, as of any day.

create table rate_target (
    id bigint generated always as identity primary key,
    -- GB/T 2260 of one of the three cities; null is the region.
    city_code text check (city_code in ('430100', '430200', '430300')),
    year integer not null check (year between 2021 and 2100),
    -- Of the award-value rate, in per cent; null takes the target back.
    percent numeric(4, 1) check (percent > 0 and percent <= 100),
    reason text not null check (length(reason) between 1 and 500),
    set_by text not null,
    set_by_name text not null,
    recorded_at timestamptz not null
);
create index rate_target_of_place on rate_target (city_code, year, id desc);
create trigger rate_target_facts before update or delete or truncate on rate_target
    for each statement execute function refuse_change();
