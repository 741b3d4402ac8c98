package org.xiangpei.registration;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.xiangpei.shared.FieldError;
import org.xiangpei.shared.RuleViolation;

/** Everything that is wrong in a form, one fault a field, so that nobody corrects it one error at a time. */
public final class Faults {

    private final Map<String, String> byField = new LinkedHashMap<>();

    /** @param detail what is wrong and what would be right; of a field with more than one fault the first counts */
    public void add(String field, String detail) {
        byField.putIfAbsent(field, detail);
    }

    public void add(String field, Optional<String> detail) {
        detail.ifPresent(it -> add(field, it));
    }

    void unless(boolean right, String field, String detail) {
        if (!right) {
            add(field, detail);
        }
    }

    boolean isEmpty() {
        return byField.isEmpty();
    }

    boolean has(String field) {
        return byField.containsKey(field);
    }

    /** @throws RuleViolation {@code invalid-registration} with a {@link FieldError} for every field that is wrong */
    void refuse() {
        if (!byField.isEmpty()) {
            throw new RuleViolation(
                    "invalid-registration",
                    "有 " + byField.size() + " 处需要改正，登记还没有提交。",
                    byField.entrySet().stream()
                            .map(it -> new FieldError(it.getKey(), it.getValue()))
                            .toList());
        }
    }
}
