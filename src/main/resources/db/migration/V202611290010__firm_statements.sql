-- Why: a firm answers what its listed product did not state; who said it and when stays beside the value, which no bureau has examined (ADR 0101).

-- Plain codes, no references: what was said stays a fact when the catalogue is imported anew.
create table firm_statement (
    id bigint generated always as identity primary key,
    product_code text not null,
    property_code text not null,
    min numeric,
    max numeric,
    value text,
    unit text,
    organization_code text not null references organization (code),
    stated_by_login text not null,
    stated_by_name text not null,
    stated_on date not null,
    recorded_at timestamptz not null
);
create index firm_statement_of_product on firm_statement (product_code, property_code);
create trigger firm_statement_facts before update or delete or truncate on firm_statement
    for each statement execute function refuse_change();
