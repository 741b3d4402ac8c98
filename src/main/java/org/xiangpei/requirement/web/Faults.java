package org.xiangpei.requirement.web;

import java.util.LinkedHashMap;
import java.util.Map;

import org.xiangpei.shared.FieldError;
import org.xiangpei.shared.RuleViolation;

/** What is wrong with a form, by the name of its field. */
public final class Faults {

    private Faults() {}

    public static Map<String, String> of(RuleViolation wrong) {
        var faults = new LinkedHashMap<String, String>();
        for (Record error : wrong.errors()) {
            if (error instanceof FieldError(String field, String detail)) {
                faults.putIfAbsent(field.replaceFirst("^lines\\[\\d+]\\.", ""), detail);
            }
        }
        return faults;
    }
}
