package org.xiangpei.matching.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.xiangpei.requirement.web.RequirementWords;
import org.xiangpei.shared.FieldError;
import org.xiangpei.shared.RuleViolation;

/**
 * What is wrong with a requirement, in the places of its form.
 *
 * @param byClause by the code of the form's clause
 * @param others what belongs to no clause
 */
record FormProblems(Map<String, String> byClause, List<String> others) {

    static final FormProblems NONE = new FormProblems(Map.of(), List.of());

    private static final Pattern CRITERION = Pattern.compile("criteria\\[(\\d+)]");

    /** @param clauses the code of the form's clause behind each criterion */
    static FormProblems of(RuleViolation wrong, List<String> clauses) {
        var byClause = new HashMap<String, String>();
        var others = new ArrayList<String>();
        for (Record error : wrong.errors()) {
            if (error instanceof FieldError(String pointer, String detail)) {
                Matcher criterion = CRITERION.matcher(pointer);
                if (criterion.find()) {
                    byClause.put(clauses.get(Integer.parseInt(criterion.group(1))), RequirementWords.forPeople(detail));
                } else {
                    others.add(RequirementWords.forPeople(detail));
                }
            }
        }
        if (byClause.isEmpty() && others.isEmpty()) {
            others.add(wrong.detail());
        }
        return new FormProblems(byClause, others);
    }
}
