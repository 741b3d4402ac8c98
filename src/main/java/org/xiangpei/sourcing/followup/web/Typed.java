package org.xiangpei.sourcing.followup.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.ws.rs.core.MultivaluedMap;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.RuleViolation;

/**
 * What somebody typed into a form of follow-up, kept when it was refused.
 *
 * @param form which form of the page
 */
public record Typed(
        String form,
        Map<String, List<String>> fields,
        @Nullable RuleViolation refused) {

    static final Typed NOTHING = new Typed("", Map.of(), null);

    static Typed of(String form, MultivaluedMap<String, String> fields) {
        return new Typed(form, new HashMap<>(fields), null);
    }

    Typed refused(RuleViolation why) {
        return new Typed(form, fields, why);
    }

    /** With the fields of another form of the same page, and what was wrong there. */
    Typed and(Typed other) {
        Map<String, List<String>> all = new HashMap<>(fields);
        all.putAll(other.fields());
        return new Typed(other.form(), all, other.refused());
    }

    /** The field as typed; empty when there is none. */
    public String get(String name) {
        return Objects.requireNonNull(fields.getOrDefault(name, List.of("")).getFirst())
                .strip();
    }

    /** The field as typed, or what it begins with. */
    public String get(String name, String first) {
        return fields.containsKey(name) ? get(name) : first;
    }

    /** The field as typed in one form of the page, or what it begins with. */
    public String in(String name, String field, String first) {
        return isOf(name) ? get(field) : first;
    }

    List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    /** Whether this form was refused, so that it stays open. */
    public boolean isOf(String name) {
        return form.equals(name);
    }

    /** What was wrong; empty for nothing. */
    public String fault() {
        return refused == null ? "" : refused.detail();
    }
}
