-- Why: a line without a category and without a property is told by its name alone; what resembles it must not count as covering it (ADR 0104).

alter table line_answer drop constraint line_answer_coverage_check;
alter table line_answer add constraint line_answer_coverage_check check (coverage in ('QUALIFIED', 'POSSIBLE', 'FOUND', 'NONE'));

-- Kept as it was, such a line would be told to its buyer as one that lost its products.
update line_answer answer set coverage = 'FOUND'
from requirement_entry entry
where entry.requirement_code = answer.requirement_code and entry.number = answer.line_number
    and answer.category is null and answer.coverage in ('QUALIFIED', 'POSSIBLE')
    and not exists (select from jsonb_array_elements(entry.criteria) criterion where criterion ->> 'property' is not null);
