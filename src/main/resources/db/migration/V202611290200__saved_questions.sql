-- Why: who saved a search or a requirement learns which products newly answer it, as often as they chose for it.

create table saved_question (
    id bigint generated always as identity primary key,
    account_id bigint not null references account (id) on delete cascade,
    kind text not null check (kind in ('SEARCH', 'REQUIREMENT')),
    -- What is asked: the address of the search, or of the requirement. The same is saved once.
    address text not null check (address like '/%'),
    name text not null,
    -- What the search asks, as JSON; the code of the requirement.
    question jsonb,
    requirement text,
    frequency text not null check (frequency in ('AT_ONCE', 'DAILY', 'WEEKLY', 'NEVER')),
    since timestamptz not null,
    -- When its answers were looked at last.
    looked_at timestamptz not null,
    -- How far the change log of the catalogue (ADR 0011) was committed at the last look, and at the one before: the index follows the log
    -- within moments, so a change is looked for twice.
    horizon xid8 not null,
    earlier xid8 not null,
    -- When there was something new last, and what.
    told_at timestamptz,
    told text,
    unique (account_id, address),
    check ((kind = 'SEARCH') = (question is not null)),
    check ((kind = 'REQUIREMENT') = (requirement is not null))
);
create index saved_question_due on saved_question (frequency, looked_at);
create index saved_question_of_requirement on saved_question (requirement) where requirement is not null;

-- What has answered it already: each is news once, also when it ceases to answer and does so again.
create table saved_question_answer (
    question_id bigint not null references saved_question (id) on delete cascade,
    answer text not null,
    since timestamptz not null,
    primary key (question_id, answer)
);
