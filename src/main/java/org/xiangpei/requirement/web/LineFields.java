package org.xiangpei.requirement.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.web.Option;

/**
 * A line as it stands in a form to be edited.
 *
 * @param number that people see and the text is marked with
 * @param prefix of its fields
 * @param categoryName empty where none is chosen
 * @param words the buyer's own
 * @param properties what a new clause can be on, by the category
 * @param said whether the text has a mark of this line
 * @param problems what is wrong with the line as a whole
 */
public record LineFields(
        int number,
        String prefix,
        String name,
        String quantity,
        String unit,
        String category,
        String categoryName,
        String words,
        List<ClauseRow> clauses,
        int next,
        List<Option> properties,
        List<Doubt> doubts,
        boolean said,
        List<String> problems) {

    /** Words that were not understood, or that contradict each other. */
    public record Doubt(String mark, String key, String text, String reason) {}

    /**
     * A clause as it stands in a form.
     *
     * @param number of its fields
     * @param mark as the text has it, 1.2; empty where it was added by hand
     * @param key of its words in the text
     * @param what the property, or the operator that needs none
     * @param operators empty where the clause has no choice of them
     * @param options of an enum or flag; empty for what is typed
     * @param hasMax whether it has a second value
     * @param hasUnit whether it is counted in something
     * @param words that it came from
     */
    public record ClauseRow(
            int number,
            String mark,
            String key,
            String what,
            String label,
            List<Option> operators,
            String value,
            String max,
            boolean hasMax,
            List<Option> options,
            String unit,
            boolean hasUnit,
            boolean desired,
            String words,
            @Nullable String problem) {}

    /** Of the line, and of its words in the text. */
    public String key() {
        return "l" + number;
    }

    /** Whether anything needs the buyer's eye. */
    public boolean doubtful() {
        return !problems.isEmpty()
                || !doubts.isEmpty()
                || clauses.stream().anyMatch(clause -> clause.problem() != null);
    }
}
