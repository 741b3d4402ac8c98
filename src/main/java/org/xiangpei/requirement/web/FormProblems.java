package org.xiangpei.requirement.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.xiangpei.shared.FieldError;
import org.xiangpei.shared.RuleViolation;

import static java.util.Map.entry;

/**
 * What is wrong with a requirement, in the places of its form.
 *
 * @param byClause by the code of the form's clause
 * @param others what belongs to no clause
 */
public record FormProblems(Map<String, String> byClause, List<String> others) {

    public static final FormProblems NONE = new FormProblems(Map.of(), List.of());

    private static final Map<String, String> FIELDS = Map.ofEntries(
            entry("valueMax", "上限"),
            entry("values", "选项"),
            entry("value", "数值"),
            entry("unit", "单位"),
            entry("operator", "比较方式"),
            entry("name", "名称"),
            entry("quantity", "数量"),
            entry("neededBy", "需要日期"),
            entry("deliverTo", "交货地"),
            entry("category", "品类"),
            entry("weight", "权重"));

    private static final Pattern CRITERION = Pattern.compile("criteria\\[(\\d+)]");

    /** @param clauses the code of the form's clause behind each criterion; empty for one that the form has no place for */
    public static FormProblems of(RuleViolation wrong, List<String> clauses) {
        var byClause = new HashMap<String, String>();
        var others = new ArrayList<String>();
        for (Record error : wrong.errors()) {
            if (error instanceof FieldError(String pointer, String detail)) {
                Matcher criterion = CRITERION.matcher(pointer);
                String clause = criterion.find() ? clauses.get(Integer.parseInt(criterion.group(1))) : "";
                if (!clause.isEmpty()) {
                    byClause.put(clause, forPeople(detail));
                } else {
                    others.add(forPeople(detail));
                }
            }
        }
        if (byClause.isEmpty() && others.isEmpty()) {
            others.add(wrong.detail());
        }
        return new FormProblems(byClause, others);
    }

    /** Fields under their names for people, the place left where it is. */
    static String inPlace(String detail) {
        return named(detail);
    }

    /** On a form of one line the place is where the message stands, and fields have names for people. */
    public static String forPeople(String detail) {
        return named(detail.replaceFirst("^第 \\d+ 行[^：]*：", ""));
    }

    private static String named(String detail) {
        String shown = detail;
        for (var field : FIELDS.entrySet()) {
            shown = shown.replaceAll(" ?\\b" + field.getKey() + "\\b ?", field.getValue());
        }
        return shown;
    }
}
