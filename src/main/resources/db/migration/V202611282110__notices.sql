-- Why: who is concerned by a change learns of it in the page and by mail. Rows are written by the transaction that makes the change
-- (an outbox), so that no notice is lost, and none tells of what was rolled back.

-- What was mailed to whom. The content is gone once the letter is: it may hold a one-time link.
create table letter (
    id bigint generated always as identity primary key,
    -- Whose notices it holds; none for who has no account yet.
    account_id bigint references account (id) on delete cascade,
    recipient text not null check (recipient !~ '[[:cntrl:]]'),
    subject text not null check (subject !~ '[[:cntrl:]]'),
    content text,
    kinds text[] not null,
    state text not null check (state in ('WAITING', 'SENT', 'FAILED')),
    attempts integer not null default 0,
    next_at timestamptz not null,
    good_until timestamptz not null,
    fault text,
    opt_out_hash text unique,
    created_at timestamptz not null,
    done_at timestamptz,
    check ((state = 'WAITING') = (done_at is null)),
    check (state = 'WAITING' or content is null)
);
create index letter_waiting on letter (next_at) where state = 'WAITING';
create index letter_of_account on letter (account_id, id);
create index letter_done on letter (done_at) where state <> 'WAITING';

-- One row a person and event.
create table notice (
    id bigint generated always as identity primary key,
    account_id bigint not null references account (id) on delete cascade,
    kind text not null,
    target_type text not null,
    target_code text not null,
    title text not null,
    body text not null,
    path text not null check (path like '/%'),
    created_at timestamptz not null,
    -- From when on the page shows it, by what the person chose then; never when null.
    visible_at timestamptz,
    read_at timestamptz,
    -- When it is to be mailed; never when null.
    mail_at timestamptz,
    letter_id bigint references letter (id) on delete set null
);
create index notice_unread on notice (account_id, visible_at) where read_at is null;
create index notice_of_account on notice (account_id, visible_at desc, id desc);
create index notice_to_mail on notice (mail_at) where letter_id is null;
create index notice_of_letter on notice (letter_id) where letter_id is not null;

-- What a person chose otherwise than by default.
create table notice_preference (
    account_id bigint not null references account (id) on delete cascade,
    kind text not null,
    page text not null check (page in ('AT_ONCE', 'DAILY', 'WEEKLY', 'NEVER')),
    mail text not null check (mail in ('AT_ONCE', 'DAILY', 'WEEKLY', 'NEVER')),
    primary key (account_id, kind)
);

-- Addresses whose holders want no mail of ours at all, also none that somebody else has us send.
create table mail_refusal (
    address text primary key check (address = lower(address)),
    since timestamptz not null
);
