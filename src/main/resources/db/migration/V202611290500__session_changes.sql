-- Why: a joint session is moved or called off now and then; who had to come must be able to read when and why (ADR 0091).

-- Facts, never changed. A session that was called off is gone, and its number is free for the next one of the same host: hence no reference.
create table session_change (
    id bigint generated always as identity primary key,
    session_number integer not null check (session_number > 1),
    kind text not null check (kind in ('MOVED', 'CALLED_OFF')),
    host text not null check (host in ('CHANGSHA', 'ZHUZHOU', 'XIANGTAN')),
    -- Where and when it was to be held until then.
    held_on date not null,
    place text not null,
    moved_to date,
    moved_place text,
    reason text not null,
    changed_by_login text not null,
    changed_by_name text not null,
    changed_at timestamptz not null,
    check ((kind = 'MOVED') = (moved_to is not null) and (moved_to is null) = (moved_place is null))
);
create index session_change_of_session on session_change (session_number, id);
create trigger session_change_facts before update or delete or truncate on session_change
    for each statement execute function refuse_change();
