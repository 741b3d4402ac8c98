-- Why: bureaus say in public what the figures of a period are; what was said stays as it was said, corrected by another, withdrawn visibly (ADR 0133).

-- What was prepared for the public: a fact.
create table figure_release (
    code text primary key check (code ~ '^G[0-9]{8}-[0-9A-Z]{4}-[0-9A-Z]{4}$'),
    -- GB/T 2260 of one of the three cities; null is the region.
    city_code text check (city_code in ('430100', '430200', '430300')),
    from_day date not null,
    to_day date not null,
    as_of date not null,
    parts text[] not null check (cardinality(parts) > 0),
    -- The figures as everybody downloads them, byte by byte, and the SHA-256 of that.
    content text not null,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    -- What this one corrects, and why.
    supersedes text references figure_release (code),
    reason text check (length(reason) between 1 and 500),
    prepared_by text not null,
    prepared_by_name text not null,
    prepared_by_city text not null check (prepared_by_city in ('430100', '430200', '430300')),
    prepared_at timestamptz not null,
    check (from_day <= to_day and to_day <= as_of),
    check (city_code is null or city_code = prepared_by_city),
    check ((supersedes is null) = (reason is null))
);
create index figure_release_of_place on figure_release (city_code, from_day, to_day);
create trigger figure_release_facts before update or delete or truncate on figure_release
    for each statement execute function refuse_change();

-- What the bureaus said to it: facts, each city once. It is public from when the last city that has to has agreed.
create table figure_release_step (
    id bigint generated always as identity primary key,
    release_code text not null references figure_release (code),
    kind text not null check (kind in ('AGREED', 'DECLINED', 'WITHDRAWN')),
    city_code text not null check (city_code in ('430100', '430200', '430300')),
    reason text check (length(reason) between 1 and 500),
    said_by text not null,
    said_by_name text not null,
    said_at timestamptz not null,
    check ((kind = 'AGREED') = (reason is null)),
    unique (release_code, kind, city_code)
);
-- Of those who decline, and of those who withdraw, one is enough.
create unique index figure_release_ended on figure_release_step (release_code) where kind <> 'AGREED';
create trigger figure_release_step_facts before update or delete or truncate on figure_release_step
    for each statement execute function refuse_change();
