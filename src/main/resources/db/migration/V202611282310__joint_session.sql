-- Why: the three cities decide together what was accepted in writing and what was not; closing a session makes a batch (ADR 0091).

create table joint_session (
    -- Of the session and of the batch that it closes; one is the catalogue that was loaded.
    number integer primary key check (number > 1),
    host text not null check (host in ('CHANGSHA', 'ZHUZHOU', 'XIANGTAN')),
    held_on date not null,
    place text not null,
    state text not null check (state in ('CONVENED', 'CLOSED')),
    validity_years integer not null check (validity_years between 1 and 10),
    convened_by_login text not null,
    convened_by_name text not null,
    convened_at timestamptz not null,
    closed_by_login text,
    closed_by_name text,
    closed_at timestamptz,
    version integer not null default 0,
    check ((state = 'CLOSED') = (closed_at is not null)),
    check ((closed_by_login is null) = (closed_at is null) and (closed_by_name is null) = (closed_at is null))
);
-- One at a time: the next is convened when this one is closed.
create unique index joint_session_open on joint_session ((true)) where state = 'CONVENED';

-- What a city that was silent or against says in the session: a fact, once.
create table session_position (
    id bigint generated always as identity primary key,
    session_number integer not null references joint_session (number),
    case_code text not null references recognition_case (code),
    city text not null check (city in ('CHANGSHA', 'ZHUZHOU', 'XIANGTAN')),
    accepts boolean not null,
    note text,
    taken_by_login text not null,
    taken_by_name text not null,
    taken_at timestamptz not null,
    unique (session_number, case_code, city),
    check (accepts or note is not null)
);
create trigger session_position_facts before update or delete or truncate on session_position
    for each statement execute function refuse_change();

-- What was decided. Until the session is closed a later decision of a case outweighs an earlier one; none is changed.
create table session_decision (
    id bigint generated always as identity primary key,
    session_number integer not null references joint_session (number),
    case_code text not null references recognition_case (code),
    revision integer not null check (revision >= 1),
    decision text not null check (decision in ('RECOGNISE', 'REFUSE', 'POSTPONE')),
    note text,
    city text not null check (city in ('CHANGSHA', 'ZHUZHOU', 'XIANGTAN')),
    decided_by_login text not null,
    decided_by_name text not null,
    decided_at timestamptz not null,
    -- Of two who decide at the same instant one counts.
    unique (session_number, case_code, revision),
    check (decision = 'RECOGNISE' or note is not null)
);
create trigger session_decision_facts before update or delete or truncate on session_decision
    for each statement execute function refuse_change();

alter table recognition_case drop constraint recognition_case_state_check;
alter table recognition_case add constraint recognition_case_state_check check (state in (
    'DRAFT', 'FILED', 'CIRCULATED', 'RETURNED', 'READY', 'ESCALATED', 'WITHDRAWN', 'RECOGNISED', 'REFUSED'));
