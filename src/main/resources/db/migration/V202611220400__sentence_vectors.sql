-- Why: a sentence vector takes a hundred times longer to compute than to read, and an index is built anew often; so each is kept here
-- under the SHA-256 (hex) of its model and its text. Nothing else is in them: the table may be emptied at any time.

-- vector: 512 little-endian 4-byte floats of unit length.
create table sentence_vector (
    key text primary key check (key ~ '^[0-9a-f]{64}$'),
    vector bytea not null check (octet_length(vector) = 2048),
    computed_at timestamptz not null default now()
);
-- Numbers do not compress: do not try.
alter table sentence_vector alter column vector set storage external;

-- Whoever computes vectors logs the products that they belong to. What is changed by hand could belong to any.
create function record_search_change_of_vectors() returns trigger language plpgsql set search_path from current as $$
begin
    if coalesce(current_setting('xiangpei.vectors_logged', true), '') <> 'on' then
        insert into search_change (kind, code) values ('ALL', '');
        perform pg_notify('search_change', '');
    end if;
    return null;
end $$;
create trigger search_change_any after insert or update or delete or truncate on sentence_vector
    for each statement execute function record_search_change_of_vectors();

-- The name of a property is part of a product's sentence.
create trigger search_change_insert after insert on property referencing new table as new_rows
    for each statement execute function record_search_change('CATEGORY', 'category_code');
create trigger search_change_update after update on property referencing old table as old_rows new table as new_rows
    for each statement execute function record_search_change('CATEGORY', 'category_code');
create trigger search_change_delete after delete on property referencing old table as old_rows
    for each statement execute function record_search_change('CATEGORY', 'category_code');
create trigger search_change_truncate after truncate on property
    for each statement execute function record_search_change_of_all();
