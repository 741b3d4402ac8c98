-- Why: a bill of 10 000 lines cannot be matched anew for every page; what each line was answered is kept, and followed when the catalogue changes (ADR 0104).

-- A requirement whose lines were changed: they have to be looked through. Set in the transaction of the change.
create table requirement_answer (
    requirement_code text primary key references requirement (code) on delete cascade,
    due boolean not null
);
create index requirement_answer_due on requirement_answer (requirement_code) where due;

-- What a line was answered last. Derived: it can be deleted at any time, and is made anew.
create table line_answer (
    requirement_code text not null references requirement (code) on delete cascade,
    line_number integer not null,
    -- Digest of what is asked now, and of what was asked when it was answered.
    asked text not null,
    answered text,
    category text,
    -- To be matched (anew): the line, the catalogue or the day has changed.
    due boolean not null,
    as_of date,
    coverage text check (coverage in ('QUALIFIED', 'POSSIBLE', 'NONE')),
    qualified integer,
    possible integer,
    near_misses integer,
    -- Products that fit or may, in their order; products that would after one change or two.
    suppliers jsonb not null default '[]',
    missed jsonb not null default '[]',
    -- The products of both, to find the lines that a change of one concerns.
    products text[] not null default '{}',
    -- Why the line cannot be matched.
    problem text,
    answered_at timestamptz,
    primary key (requirement_code, line_number),
    check (num_nonnulls(coverage, qualified, possible, near_misses) in (0, 4))
);
create index line_answer_due on line_answer (requirement_code, line_number) where due;
create index line_answer_category on line_answer (category);
create index line_answer_products on line_answer using gin (products);
create index line_answer_missed on line_answer using gin (missed jsonb_path_ops);

-- How far the change log of the catalogue was read (the positions of ADR 0011), and for which day the answers are.
create table answered_position (
    only_row boolean primary key default true check (only_row),
    horizon xid8 not null,
    day date not null
);
insert into answered_position (horizon, day) values ('0', '2021-07-22');

-- Which product has changed the answer of which published line, so that its buyer is told once.
create table line_answer_change (
    requirement_code text not null references requirement (code) on delete cascade,
    line_number integer not null,
    product_code text not null,
    -- It qualifies now; or it was the last that did, and does no longer.
    kind text not null check (kind in ('GAINED', 'LOST')),
    found_at timestamptz not null,
    primary key (requirement_code, line_number, product_code, kind)
);
