-- Why: how long filings wait in which state follows from the facts of recognition alone (ADR 0090, 0133); no state is written down a second time.

-- Each stretch in which a filing was in a state; until is null for the one it is in. Drafts are the firm's alone.
create or replace view recognition_course as
with answered as (
    select verdict.case_code, verdict.round, verdict.answer, verdict.given_at, verdict.city = filed.home_city as home
    from recognition_verdict verdict
    join recognition_case filed on filed.code = verdict.case_code),
moved_by_answer as (
    select case_code, round, given_at as at,
        case answer when 'ACCEPT' then 'CIRCULATED' when 'RETURN' then 'RETURNED' else 'ESCALATED' end as state
    from answered where home
    union all
    select case_code, round, given_at, 'RETURNED' from answered where not home and answer = 'RETURN'
    union all
    select case_code, round, max(given_at), case when bool_or(answer = 'OBJECT') then 'ESCALATED' else 'READY' end
    from answered where not home
    group by case_code, round having count(*) = 2 and not bool_or(answer = 'RETURN')),
-- The day after the last one. The service notices it within a minute, and by another clock in tests.
silent as (
    select code as case_code, round, least(cast(former_due_on + 1 as timestamp) at time zone 'Asia/Shanghai', now()) as at
    from recognition_case
    where former_due_on is not null
        and (state in ('ESCALATED', 'RECOGNISED', 'REFUSED')
            or state = 'WITHDRAWN' and cast(former_due_on + 1 as timestamp) at time zone 'Asia/Shanghai' <= withdrawn_at)
        and not exists (
            select from moved_by_answer moved
            where moved.case_code = code and moved.round = recognition_case.round and moved.state <> 'CIRCULATED')),
decided as (
    select distinct on (said.session_number, said.case_code) said.case_code, said.decision, session.closed_at
    from session_decision said
    join joint_session session on session.number = said.session_number
    where session.state = 'CLOSED'
    order by said.session_number, said.case_code, said.revision desc),
moved as (
    select case_code, round, filed_at as at, 'FILED' as state from recognition_filing
    union all
    select case_code, round, at, state from moved_by_answer
    union all
    select case_code, round, at, 'ESCALATED' from silent
    union all
    select code, round, withdrawn_at, 'WITHDRAWN' from recognition_case where withdrawn_at is not null
    union all
    select decided.case_code, filed.round, decided.closed_at,
        case decided.decision when 'RECOGNISE' then 'RECOGNISED' else 'REFUSED' end
    from decided
    join recognition_case filed on filed.code = decided.case_code
    where decided.decision <> 'POSTPONE')
select moved.case_code, filed.home_city, filed.kind, filed.shared_at, moved.round, moved.state, moved.at as since,
    lead(moved.at) over course as until, lead(moved.state) over course as next_state
from moved
join recognition_case filed on filed.code = moved.case_code
window course as (partition by moved.case_code order by moved.at, moved.round);
