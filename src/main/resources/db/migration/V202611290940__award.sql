-- Why: opened quotations end in a decision line by line, by one officer or by two, and every line of demand has an end, elsewhere too (ADR 0122).

-- What an officer wants to be decided. plan is what was proposed, whole; it is never changed.
create table award_proposal (
    id bigint generated always as identity primary key,
    inquiry_code text not null references inquiry (code),
    number integer not null check (number >= 1),
    -- Of the form: the same form sent twice is one proposal.
    sent_key text not null,
    plan jsonb not null,
    -- Whether another officer must approve it.
    by_two boolean not null,
    state text not null check (state in ('PROPOSED', 'DECIDED', 'SENT_BACK', 'TAKEN_BACK')),
    proposed_by text not null,
    proposed_by_name text not null,
    proposed_at timestamptz not null,
    answered_by text,
    answered_by_name text,
    answered_at timestamptz,
    answer_reason text,
    version integer not null default 0,
    unique (inquiry_code, number),
    unique (inquiry_code, sent_key),
    check ((state = 'PROPOSED') = (answered_at is null)),
    check ((answered_by is null) = (answered_at is null)),
    check ((state = 'SENT_BACK') = (answer_reason is not null)),
    -- Whatever the service believes, nobody approves what they proposed where two must.
    check (not (by_two and state = 'DECIDED' and answered_by = proposed_by))
);
-- Of two who propose or decide at once, one does.
create unique index award_proposal_waiting on award_proposal (inquiry_code) where state = 'PROPOSED';
create unique index award_proposal_decided on award_proposal (inquiry_code) where state = 'DECIDED';

create sequence award_id increment by 50;

-- That a quotation got a line, or a part of its quantity. line_number is that of the inquiry; amount is with freight.
create table award (
    id bigint primary key,
    inquiry_code text not null references inquiry (code),
    line_number integer not null,
    quotation_id bigint not null references quotation (id),
    quantity numeric not null check (quantity > 0),
    unit_price numeric not null check (unit_price > 0),
    freight numeric(16, 2) not null check (freight >= 0),
    amount numeric(16, 2) not null check (amount > 0),
    quoted_rank integer not null check (quoted_rank >= 1),
    reason text,
    purchase_code text not null unique references purchase_record (code),
    decided_at timestamptz not null,
    unique (inquiry_code, line_number, quotation_id)
);
create index award_quotation on award (quotation_id);
create trigger award_facts before update or delete or truncate on award
    for each statement execute function refuse_change();

-- What became of a line, or of the rest of its quantity, that no quotation got; with inquiry_code by the decision on an inquiry.
create table line_outcome (
    id bigint generated always as identity primary key,
    organization_code text not null references organization (code),
    requirement_code text not null references requirement (code),
    requirement_line integer not null,
    inquiry_code text references inquiry (code),
    inquiry_line integer,
    kind text not null check (kind in ('ELSEWHERE', 'NOT_BOUGHT')),
    quantity numeric check (quantity > 0),
    supplier text,
    -- GB/T 2260; null is unknown.
    production_region text check (production_region ~ '^[0-9]{6}$'),
    why text check (why in ('NO_PRODUCT', 'PRICE', 'DELIVERY', 'QUALITY', 'CAPACITY')),
    amount numeric(16, 2) check (amount > 0),
    bought_on date,
    note text,
    purchase_code text unique references purchase_record (code),
    recorded_by_name text not null,
    recorded_at timestamptz not null,
    withdrawn_by_name text,
    withdrawn_at timestamptz,
    withdrawn_reason text,
    version integer not null default 0,
    check ((inquiry_code is null) = (inquiry_line is null)),
    check ((kind = 'ELSEWHERE') = (supplier is not null)),
    check ((kind = 'ELSEWHERE') = (why is not null)),
    check ((kind = 'ELSEWHERE') = (bought_on is not null)),
    check (kind = 'ELSEWHERE' or (note is not null and amount is null)),
    check ((amount is null) = (purchase_code is null)),
    check ((withdrawn_at is null) = (withdrawn_reason is null))
);
create index line_outcome_of_requirement on line_outcome (requirement_code, requirement_line);
create unique index line_outcome_of_inquiry on line_outcome (inquiry_code, inquiry_line) where inquiry_code is not null;
-- Of two who record the end of a line at once, one does.
create unique index line_outcome_once on line_outcome (requirement_code, requirement_line) where inquiry_code is null and withdrawn_at is null;

-- That a supplier is asked whether it stands by its quotation for longer, and its answer.
create table quotation_renewal (
    id bigint generated always as identity primary key,
    quotation_id bigint not null references quotation (id),
    asked_by_name text,
    asked_at timestamptz,
    valid_until date,
    confirmed_by text,
    confirmed_by_name text,
    confirmed_at timestamptz,
    version integer not null default 0,
    check (asked_at is not null or confirmed_at is not null),
    check ((confirmed_at is null) = (valid_until is null))
);
create index quotation_renewal_of_quotation on quotation_renewal (quotation_id);
create unique index quotation_renewal_waiting on quotation_renewal (quotation_id) where confirmed_at is null;
