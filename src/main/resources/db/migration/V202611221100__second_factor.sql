-- Why: a stolen password alone must not open an account; a code from the person's telephone is asked for too, and each is good once.

-- The secret that account and telephone share, the last step of time whose code was accepted, and since when.
alter table account
    add column factor_secret text,
    add column factor_last_step bigint,
    add column factor_since timestamptz,
    add constraint account_factor check (num_nulls(factor_secret, factor_last_step, factor_since) in (0, 3));

-- Null while the password alone was given in this session.
alter table sign_in_session add column second_factor_at timestamptz;

-- For who has lost the telephone. Only hashes; a code that was used is gone.
create table recovery_code (
    account_id bigint not null references account (id),
    code_hash text not null,
    primary key (account_id, code_hash)
);
