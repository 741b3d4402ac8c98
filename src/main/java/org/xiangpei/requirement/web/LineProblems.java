package org.xiangpei.requirement.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.xiangpei.requirement.RequirementReader;
import org.xiangpei.requirement.StatedLine;
import org.xiangpei.requirement.Vocabulary;
import org.xiangpei.shared.FieldError;
import org.xiangpei.shared.RuleViolation;

/**
 * What is wrong with the lines of a form, in its places.
 *
 * @param ofLine by the place of the line
 * @param ofClause by the place of the line, then of the clause
 */
record LineProblems(Map<Integer, List<String>> ofLine, Map<Integer, Map<Integer, String>> ofClause) {

    static final LineProblems NONE = new LineProblems(Map.of(), Map.of());

    private static final Pattern PLACE = Pattern.compile("lines\\[(\\d+)](?:\\.criteria\\[(\\d+)])?.*");

    boolean isEmpty() {
        return ofLine.isEmpty() && ofClause.isEmpty();
    }

    List<String> of(int line) {
        return ofLine.getOrDefault(line, List.of());
    }

    Map<Integer, String> clausesOf(int line) {
        return ofClause.getOrDefault(line, Map.of());
    }

    static LineProblems of(List<StatedLine> lines, Vocabulary vocabulary) {
        if (lines.isEmpty()) {
            return NONE;
        }
        try {
            RequirementReader.read(lines, vocabulary);
            return NONE;
        } catch (RuleViolation wrong) {
            return of(wrong);
        }
    }

    private static LineProblems of(RuleViolation wrong) {
        var ofLine = new HashMap<Integer, List<String>>();
        var ofClause = new HashMap<Integer, Map<Integer, String>>();
        for (Record error : wrong.errors()) {
            if (error instanceof FieldError(String pointer, String detail)) {
                Matcher place = PLACE.matcher(pointer);
                if (place.matches()) {
                    String said = FormProblems.forPeople(detail);
                    int line = Integer.parseInt(place.group(1));
                    if (place.group(2) == null) {
                        ofLine.computeIfAbsent(line, key -> new ArrayList<>()).add(said);
                    } else {
                        ofClause.computeIfAbsent(line, key -> new HashMap<>())
                                .put(Integer.parseInt(place.group(2)), said);
                    }
                }
            }
        }
        return new LineProblems(ofLine, ofClause);
    }
}
