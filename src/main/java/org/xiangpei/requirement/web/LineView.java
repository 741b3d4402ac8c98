package org.xiangpei.requirement.web;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.web.OptionGroup;

/**
 * The form of one line.
 *
 * @param number null for a new one
 * @param action where the form is sent
 * @param form what its fields show
 * @param others clauses that the form has no place for
 * @param problems what is wrong with the line as a whole; each clause carries its own
 * @param faults what cannot even be kept, by field
 * @param words as the buyer wrote it
 * @param overtaken what somebody else has saved meanwhile, beside what was typed
 */
public record LineView(
        Heading heading,
        @Nullable Integer number,
        String action,
        Typed form,
        List<OptionGroup> categories,
        String categoryName,
        List<ClauseField> clauses,
        List<String> others,
        List<String> problems,
        Map<String, String> faults,
        @Nullable String refused,
        @Nullable String words,
        List<Compared> overtaken,
        int seen,
        String saved,
        @Nullable String previous,
        @Nullable String next) {

    /** What was typed above the clauses. */
    public record Typed(String name, String description, String category, String quantity, String unit, String budget) {

        static Typed of(ClauseForm form) {
            return new Typed(
                    form.text("name"),
                    form.text("description"),
                    form.text("category"),
                    form.text("quantity"),
                    form.text("unit"),
                    form.text("budget"));
        }
    }
}
