package org.xiangpei.demand.web;

import java.util.Objects;

import jakarta.ws.rs.core.MultivaluedMap;

import org.jspecify.annotations.Nullable;

import org.xiangpei.recognition.Statement.Stated;
import org.xiangpei.shared.RuleViolation;

/**
 * An answer as it was typed.
 *
 * @param refused why it was not taken; null before it was tried
 */
record AnswerTyped(
        String product,
        String property,
        String min,
        String max,
        String value,
        String unit,
        boolean sure,
        @Nullable RuleViolation refused) {

    static AnswerTyped of(MultivaluedMap<String, String> sent) {
        return new AnswerTyped(
                text(sent, "product"),
                text(sent, "property"),
                text(sent, "min"),
                text(sent, "max"),
                text(sent, "value"),
                text(sent, "unit"),
                "true".equals(sent.getFirst("sure")),
                null);
    }

    AnswerTyped refused(RuleViolation why) {
        return new AnswerTyped(product, property, min, max, value, unit, sure, why);
    }

    Stated stated() {
        return new Stated(min, max, value, unit, false);
    }

    boolean isFor(String ofProduct, String ofProperty) {
        return product.equals(ofProduct) && property.equals(ofProperty);
    }

    private static String text(MultivaluedMap<String, String> sent, String field) {
        String typed = Objects.requireNonNullElse(sent.getFirst(field), "").strip();
        return typed.length() <= 300 ? typed : typed.substring(0, 300);
    }
}
