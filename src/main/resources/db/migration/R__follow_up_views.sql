-- Why: follow-up reads an award with its inquiry, its quotation and its last day of delivery in one place (ADR 0123).

create or replace view followed_award as
select a.id, a.inquiry_code, i.title, a.line_number, i.organization_code, o.name as organization_name, o.city, q.invitation_id,
    q.firm_code, q.supplier, l.name, a.quantity, l.unit, a.amount,
    cast(a.decided_at at time zone 'Asia/Shanghai' as date) as decided_on, ql.lead_days,
    cast(a.decided_at at time zone 'Asia/Shanghai' as date) + ql.lead_days as due_on
from award a
join inquiry i on i.code = a.inquiry_code
join organization o on o.code = i.organization_code
join inquiry_line l on l.inquiry_code = a.inquiry_code and l.number = a.line_number
join quotation q on q.id = a.quotation_id
join quotation_line ql on ql.quotation_id = a.quotation_id and ql.number = a.line_number;

-- What is stated and neither corrected nor withdrawn.
create or replace view follow_up_in_effect as
select s.*
from follow_up_statement s
where not s.withdrawn and not exists (select from follow_up_statement later where later.supersedes = s.id);

-- What a supplier has said last.
create or replace view follow_up_last_answer as
select a.*
from follow_up_answer a
where not exists (select from follow_up_answer later where later.supersedes = a.id);
