-- Why: what became of an award was known to nobody but its buyer; now both sides read it, answer it, and others see the record (ADR 0123).

-- What a buyer states about an award: facts. A correction is a whole statement that names the one it corrects, and so is a withdrawal.
create table follow_up_statement (
    id bigint generated always as identity primary key,
    award_id bigint not null references award (id),
    kind text not null check (kind in ('DELIVERY', 'ACCEPTANCE', 'RATING')),
    happened_on date,
    extent text check (extent in ('PART', 'WHOLE', 'LACKING')),
    quality text check (quality in ('PASSED', 'REMEDIED', 'REJECTED')),
    note text,
    -- Every aspect with its points and the reason.
    scores jsonb,
    withdrawn boolean not null,
    supersedes bigint unique references follow_up_statement (id),
    reason text,
    stated_by_login text not null,
    stated_by_name text not null,
    stated_at timestamptz not null,
    check ((kind = 'RATING') = (happened_on is null)),
    check ((kind = 'DELIVERY') = (extent is not null)),
    check ((kind = 'ACCEPTANCE') = (quality is not null)),
    check ((kind = 'RATING') = (scores is not null)),
    check (quality is null or quality = 'PASSED' or note <> ''),
    check ((supersedes is null) = (reason is null)),
    check (supersedes is not null or not withdrawn)
);
create index follow_up_statement_of_award on follow_up_statement (award_id, id);
create trigger follow_up_statement_facts before update or delete or truncate on follow_up_statement
    for each statement execute function refuse_change();

-- What the supplier says to a statement: once, and corrected by another that names it.
create table follow_up_answer (
    id bigint generated always as identity primary key,
    statement_id bigint not null references follow_up_statement (id),
    disputes boolean not null,
    text text not null check (text <> ''),
    supersedes bigint unique references follow_up_answer (id),
    answered_by_login text not null,
    answered_by_name text not null,
    answered_at timestamptz not null
);
create unique index follow_up_answer_once on follow_up_answer (statement_id) where supersedes is null;
create index follow_up_answer_of_statement on follow_up_answer (statement_id, id);
create trigger follow_up_answer_facts before update or delete or truncate on follow_up_answer
    for each statement execute function refuse_change();

-- That a buyer was reminded of a delivery of which nothing is stated. Of two instances that look at once one writes the row.
create table follow_up_reminder (
    award_id bigint primary key references award (id),
    reminded_at timestamptz not null
);

-- What an organisation says about a signal: to one inquiry, or to all of the kind. Facts; the latest counts and names the one before.
create table signal_explanation (
    id bigint generated always as identity primary key,
    organization_code text not null references organization (code),
    kind text not null check (kind in (
        'SINGLE_QUOTATION', 'IDENTICAL_PRICES', 'CLOSE_TO_WINNER', 'ALL_BUT_ONE_EXCLUDED', 'SHORT_PERIOD')),
    inquiry_code text references inquiry (code),
    text text not null check (text <> ''),
    supersedes bigint unique references signal_explanation (id),
    explained_by_login text not null,
    explained_by_name text not null,
    explained_at timestamptz not null
);
create unique index signal_explanation_once on signal_explanation (organization_code, kind, coalesce(inquiry_code, ''))
    where supersedes is null;
create index signal_explanation_of_kind on signal_explanation (kind, inquiry_code);
create trigger signal_explanation_facts before update or delete or truncate on signal_explanation
    for each statement execute function refuse_change();

-- Signals look at what was opened in a year.
create index inquiry_opened on inquiry (opened_at) where state in ('OPENED', 'DECIDED');
create index quotation_firm on quotation (firm_code) where firm_code is not null;
