-- Why: who depends on a product or firm of the catalogue learns when it changes or is about to expire.

create table followed (
    account_id bigint not null references account (id) on delete cascade,
    target_type text not null check (target_type in ('PRODUCT', 'FIRM')),
    target_code text not null,
    since timestamptz not null,
    primary key (account_id, target_type, target_code)
);
create index followed_target_of on followed (target_type, target_code);

-- What followers know of a target. A change is what differs from this, so that one that is read twice in the log is told once.
create table followed_target (
    target_type text not null check (target_type in ('PRODUCT', 'FIRM')),
    target_code text not null,
    name text not null,
    facts jsonb not null,
    change text,
    changed_at timestamptz,
    primary key (target_type, target_code)
);

-- How far the change log of the catalogue was read (the positions of ADR 0011).
create table followed_position (
    only_row boolean primary key default true check (only_row),
    horizon xid8 not null
);
insert into followed_position (horizon) values ('0');

-- Which ends of which listings were told already.
create table followed_expiry (
    product_code text not null,
    valid_until date not null,
    stage text not null check (stage in ('EXPIRING', 'EXPIRED')),
    told_at timestamptz not null,
    primary key (product_code, valid_until, stage)
);
