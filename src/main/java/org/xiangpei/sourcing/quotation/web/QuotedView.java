package org.xiangpei.sourcing.quotation.web;

import java.util.List;

/**
 * What is offered, to be read: by its supplier what was sent in, by the buyer what was opened.
 *
 * @param total of all quoted lines with freight
 * @param filesPath where its attachments are
 */
public record QuotedView(
        String validUntil, String note, String total, List<Line> lines, List<File> files, String filesPath) {

    /**
     * @param offered empty for a line that is not quoted
     * @param deviations how many clauses deviate
     */
    public record Line(
            int number,
            String name,
            String quantity,
            String price,
            String tax,
            String amount,
            String lead,
            List<Fact> offered,
            List<ClauseRow> clauses,
            long deviations) {

        public boolean quoted() {
            return !price.isEmpty();
        }
    }

    /** A field with its value. */
    public record Fact(String label, String text) {}

    /** @param tone of the badge of the reply */
    public record ClauseRow(String clause, String reply, String tone, String value, String note) {}

    /** An attachment. */
    public record File(String id, String name, String size, String sha256) {}
}
