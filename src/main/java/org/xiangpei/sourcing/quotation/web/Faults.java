package org.xiangpei.sourcing.quotation.web;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

import org.xiangpei.shared.FieldError;

/** What is wrong with a form, by the name of its field: {@code lines[3].breaks[0].from} is the field {@code breaks-0-from} of its form. */
final class Faults {

    private Faults() {}

    static Map<String, String> of(Collection<? extends Record> errors) {
        var faults = new LinkedHashMap<String, String>();
        for (Record error : errors) {
            if (error instanceof FieldError(String pointer, String detail)) {
                faults.putIfAbsent(field(pointer), detail);
            }
        }
        return faults;
    }

    static String field(String pointer) {
        return pointer.replaceFirst("^lines\\[\\d+]\\.", "").replaceAll("\\[(\\d+)]\\.", "-$1-");
    }
}
