-- Why: the coverage of a hundred thousand posted lines is read line by line at a glance, as of every day (ADR 0111).

-- The lines of which anything became known that the stretches do not have yet, written with the fact.
create table coverage_waiting (
    id bigint generated always as identity primary key,
    line_code text not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
create index coverage_waiting_line on coverage_waiting (line_code);
create function await_coverage() returns trigger language plpgsql set search_path from current as $$
begin
    execute format('insert into coverage_waiting (line_code) select %I from new_rows', tg_argv[0]);
    return null;
end
$$;
create trigger coverage_wait after insert on requirement_line referencing new table as new_rows
    for each statement execute function await_coverage('code');
create trigger coverage_wait after insert on requirement_line_end referencing new table as new_rows
    for each statement execute function await_coverage('line_code');
create trigger coverage_wait after insert on line_coverage referencing new table as new_rows
    for each statement execute function await_coverage('line_code');
insert into coverage_waiting (line_code) select code from requirement_line;

-- From which as-of day until before which a line counts, and with what coverage. A buyer that keeps its name from firms stands here without it.
create table coverage_stretch (
    line_code text not null,
    from_day date not null,
    until_day date,
    coverage text,
    posted_on date not null,
    buyer_code text not null,
    buyer_name text not null,
    buyer_city text not null,
    category_code text not null,
    provenance text not null,
    primary key (line_code, from_day),
    check (from_day < until_day)
);
create index coverage_stretch_day on coverage_stretch (posted_on);

create table coverage_stretch_state (
    only_row boolean primary key default true check (only_row),
    make integer not null,
    zone text not null
);
