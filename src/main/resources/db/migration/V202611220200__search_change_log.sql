-- Why: the search index is disposable, but no committed change may ever be missing from it. Triggers log every change in the
-- transaction that makes it, so that changes made by hand in SQL are caught as well.

-- What to read again: a product, or all products of a firm, of a category, of a group of interchangeable parts, or everything.
-- Readers order by transaction, not by id: a transaction with a lower number may commit later (see ADR 0011).
create table search_change (
    id bigint generated always as identity primary key,
    kind text not null check (kind in ('PRODUCT', 'FIRM', 'CATEGORY', 'EQUIVALENCE_GROUP', 'ALL')),
    code text not null,
    xid xid8 not null default pg_current_xact_id(),
    recorded_at timestamptz not null default now()
);
create index search_change_xid on search_change (xid);

-- Up to which transaction the log was pruned: an index that stands before it has missed something and is built anew.
create table search_change_pruned (
    only_row boolean primary key default true check (only_row),
    horizon xid8 not null
);
insert into search_change_pruned (horizon) values ('0');

-- Arguments: pairs of a kind and the column that holds its code.
create function record_search_change() returns trigger language plpgsql set search_path from current as $$
declare
    changed text := case tg_op
        when 'INSERT' then 'select * from new_rows'
        when 'DELETE' then 'select * from old_rows'
        else 'select * from old_rows union all select * from new_rows' end;
    logged bigint := 0;
    rows_logged bigint;
begin
    for i in 0 .. tg_nargs - 2 by 2 loop
        execute format(
            'insert into search_change (kind, code) select distinct %1$L, %2$I from (%3$s) changed where %2$I is not null',
            tg_argv[i], tg_argv[i + 1], changed);
        get diagnostics rows_logged = row_count;
        logged := logged + rows_logged;
    end loop;
    if logged > 0 then
        perform pg_notify('search_change', '');
    end if;
    return null;
end $$;

create function record_search_change_of_all() returns trigger language plpgsql set search_path from current as $$
begin
    insert into search_change (kind, code) values ('ALL', '');
    perform pg_notify('search_change', '');
    return null;
end $$;

-- One trigger an operation: PostgreSQL gives transition tables to triggers of a single operation only.
do $$
declare
    watched record;
begin
    for watched in
        select * from (values
            ('product', $a$'PRODUCT', 'code'$a$),
            ('specification', $a$'PRODUCT', 'product_code'$a$),
            ('certificate', $a$'PRODUCT', 'product_code', 'FIRM', 'firm_code'$a$),
            ('firm', $a$'FIRM', 'code'$a$),
            ('category', $a$'CATEGORY', 'code'$a$),
            ('equivalent_part', $a$'PRODUCT', 'product_code'$a$),
            ('equivalence_group', $a$'EQUIVALENCE_GROUP', 'code'$a$)) as list (table_name, arguments)
    loop
        execute format('create trigger search_change_insert after insert on %I referencing new table as new_rows
            for each statement execute function record_search_change(%s)', watched.table_name, watched.arguments);
        execute format('create trigger search_change_update after update on %I referencing old table as old_rows new table as new_rows
            for each statement execute function record_search_change(%s)', watched.table_name, watched.arguments);
        execute format('create trigger search_change_delete after delete on %I referencing old table as old_rows
            for each statement execute function record_search_change(%s)', watched.table_name, watched.arguments);
        execute format('create trigger search_change_truncate after truncate on %I
            for each statement execute function record_search_change_of_all()', watched.table_name);
    end loop;
end $$;

-- The names of cities can be searched for.
create trigger search_change_update after update on region
    for each statement execute function record_search_change_of_all();
