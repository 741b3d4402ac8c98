-- Why: every change of state is written down, append-only and chained by hashes, so that tampering shows (design rule 9, ADR 0070).

-- What stands before and after is json, not jsonb: the text is part of what is hashed and must stay as it was written.
-- key_id names the key by which the hash was made; null is plain SHA-256.
create table audit_entry (
    seq bigint primary key check (seq > 0),
    recorded_at timestamptz not null,
    actor_login text not null,
    actor_name text not null,
    actor_organization text,
    actor_organization_name text not null,
    actor_address text,
    action text not null,
    subject_type text not null,
    subject_code text not null,
    subject_name text not null,
    subject_city text check (subject_city in ('430100', '430200', '430300')),
    subject_organization text,
    before json not null,
    after json not null,
    reason text,
    key_id text,
    previous_hash text not null,
    hash text not null
);
create index audit_entry_time on audit_entry (recorded_at);
create index audit_entry_city on audit_entry (subject_city, seq);
create index audit_entry_subject on audit_entry (subject_type, subject_code, seq);
create trigger audit_entry_facts before update or delete or truncate on audit_entry
    for each statement execute function refuse_change();

-- The end of the chain. Who appends holds its lock until the transaction ends, so that numbers follow without holes; and what
-- was cut off at the end is noticed, because the head still names it.
create table audit_head (
    only_one boolean primary key default true check (only_one),
    seq bigint not null check (seq >= 0),
    hash text not null,
    key_id text,
    seal text not null
);
insert into audit_head (seq, hash, seal) values (0, repeat('0', 64),
    encode(sha256(convert_to(format(E'xiangpei audit head 1\nseq 1:0\nhash 64:%s\nkey -\n', repeat('0', 64)), 'UTF8')), 'hex'));

create function guard_audit_head() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and new.seq > old.seq then
        return new;
    end if;
    raise exception 'The head of the audit trail only moves on (design rule 9)';
end
$$;
create trigger audit_head_moves_on before insert or update or delete on audit_head
    for each row execute function guard_audit_head();
create trigger audit_head_stays before truncate on audit_head
    for each statement execute function refuse_change();
