-- Why: the common catalogue of design section 2, with the codes of the files as keys so that a reload can compare row by row.

create table region (
    code text primary key check (code ~ '^[0-9]{6}$'),
    name text not null,
    parent_code text references region (code),
    level text not null check (level in ('PROVINCE', 'CITY', 'DISTRICT')),
    version integer not null default 0
);

create table park (
    code text primary key,
    name text not null,
    city_code text not null references region (code),
    district_code text references region (code),
    grade text,
    leading_industries text[] not null default '{}',
    source text,
    version integer not null default 0
);

create table category (
    code text primary key,
    name text not null,
    chain text not null,
    gbt4754_code text,
    gpc2022_code text,
    synonyms text[] not null default '{}',
    description text,
    version integer not null default 0
);

create table property (
    category_code text not null references category (code),
    code text not null,
    name text not null,
    aliases text[] not null default '{}',
    kind text not null check (kind in ('QUANTITY', 'ENUM', 'TEXT', 'FLAG')),
    unit text,
    better text not null check (better in ('HIGHER', 'LOWER', 'NONE', 'WIDER')),
    required boolean not null,
    position integer not null,
    version integer not null default 0,
    primary key (category_code, code),
    check ((kind = 'QUANTITY') = (unit is not null))
);

create table enum_value (
    property_code text not null,
    value text not null,
    rank integer,
    version integer not null default 0,
    primary key (property_code, value)
);

create table firm (
    code text primary key,
    name text not null,
    short_name text not null,
    uscc text unique,
    city_code text not null references region (code),
    district_code text references region (code),
    park_code text references park (code),
    production_sites text[] not null default '{}',
    founded_year integer,
    scale text,
    introduction text,
    provenance text not null check (provenance in ('DOCUMENTED', 'ILLUSTRATIVE')),
    source text,
    version integer not null default 0
);

create table product (
    code text primary key,
    firm_code text not null references firm (code),
    name text not null,
    model text,
    category_code text not null references category (code),
    description text,
    standards text[] not null default '{}',
    home_list text,
    grounds text[] not null default '{}',
    monthly_capacity numeric,
    capacity_unit text,
    lead_time_days integer,
    min_order_quantity numeric,
    price_low numeric(16, 2),
    price_high numeric(16, 2),
    price_unit text,
    declared_local_content_pct numeric(5, 2) check (declared_local_content_pct between 0 and 100),
    valid_from date,
    valid_until date,
    provenance text not null check (provenance in ('DOCUMENTED', 'ILLUSTRATIVE')),
    source text,
    version integer not null default 0,
    check (price_low <= price_high),
    check (valid_from <= valid_until)
);
create index product_firm on product (firm_code);
create index product_category on product (category_code);

create table specification (
    product_code text not null references product (code),
    property_code text not null,
    min numeric,
    max numeric,
    value text,
    unit text,
    version integer not null default 0,
    primary key (product_code, property_code),
    check (min <= max)
);

create table certificate (
    id bigint generated always as identity primary key,
    type text not null,
    number text not null,
    firm_code text references firm (code),
    product_code text references product (code),
    issuer text,
    valid_from date,
    valid_until date,
    version integer not null default 0,
    unique nulls not distinct (firm_code, product_code, type, number),
    check (num_nonnulls(firm_code, product_code) = 1),
    check (valid_from <= valid_until)
);
create index certificate_firm on certificate (firm_code);
create index certificate_product on certificate (product_code);

create table equivalence_group (
    code text primary key,
    name text not null,
    version integer not null default 0
);

create table equivalent_part (
    group_code text not null references equivalence_group (code),
    product_code text not null references product (code),
    note text,
    version integer not null default 0,
    primary key (group_code, product_code)
);
create index equivalent_part_product on equivalent_part (product_code);

-- What was loaded from a folder at start, so that a restart does not load it again over later changes.
create table loaded_data (
    name text primary key,
    loaded_at timestamptz not null
);
