-- Why: in a bureau of several people one looks after a filing, and they leave one another notes that neither the firm nor another city reads.

-- Who looks after a case in a bureau (经办人). It says whom to ask; any colleague may still answer.
create table case_handler (
    case_code text not null references recognition_case (code),
    city text not null check (city in ('CHANGSHA', 'ZHUZHOU', 'XIANGTAN')),
    handler_login text not null,
    handler_name text not null,
    given_by_name text not null,
    given_at timestamptz not null,
    version integer not null default 0,
    primary key (case_code, city)
);
create index case_handler_of_person on case_handler (handler_login);

-- What the people of a bureau write down for one another (内部备注): facts, never changed.
create table case_note (
    id bigint generated always as identity primary key,
    case_code text not null references recognition_case (code),
    city text not null check (city in ('CHANGSHA', 'ZHUZHOU', 'XIANGTAN')),
    text text not null check (length(text) between 1 and 1000),
    written_by_login text not null,
    written_by_name text not null,
    written_at timestamptz not null
);
create index case_note_of_case on case_note (case_code, city, id);
create trigger case_note_facts before update or delete or truncate on case_note
    for each statement execute function refuse_change();

-- The last day of the term that ended last: after a return, or a silence, one still wants to read it.
alter table recognition_case add column former_due_on date;
