package org.xiangpei.requirement.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.requirement.LineEnds;
import org.xiangpei.shared.web.PageLinks;

/**
 * The lines of a requirement.
 *
 * @param refused why nothing was changed
 * @param ended why it was withdrawn or closed
 * @param met whether it is open and something became of every line
 */
public record LinesView(
        Heading heading,
        List<Fact> facts,
        String total,
        List<Row> rows,
        PageLinks links,
        int page,
        List<HeadView.FileRow> files,
        @Nullable String ended,
        boolean met,
        @Nullable String refused) {

    /** Where its attachments are. */
    public String filesPath() {
        return "/requirements/" + heading.code() + "/files";
    }

    /**
     * @param clauses in words
     * @param state code of the state
     * @param end what became of it
     */
    public record Row(
            int number,
            String name,
            String category,
            String quantity,
            List<String> clauses,
            String budget,
            String state,
            String stateLabel,
            String tone,
            LineEnds.@Nullable End end) {

        public boolean dropped() {
            return state.equals("dropped");
        }
    }
}
