package org.xiangpei.sourcing.quotation.web;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.web.Option;
import org.xiangpei.sourcing.quotation.LineText;
import org.xiangpei.sourcing.web.InvitationHeading;

/**
 * The form of one line of a quotation.
 *
 * @param products of the supplier in the catalogue
 * @param breaks with empty ones to be filled
 * @param faults by the name of the field
 * @param others what a colleague has saved in the meantime, beside what was typed
 * @param refused why nothing was saved
 * @param form names the page that it is typed into
 * @param previous number of the line before; 0 where there is none
 * @param next as previous
 */
public record LineView(
        InvitationHeading heading,
        DeadlineView deadline,
        int number,
        int count,
        String name,
        String description,
        String quantity,
        String unit,
        LineText text,
        List<Option> products,
        List<Option> taxRates,
        List<BreakRow> breaks,
        List<ClauseRow> clauses,
        Map<String, String> faults,
        List<QuotationView.Compared> others,
        @Nullable String refused,
        int seen,
        String form,
        int previous,
        int next) {

    /** @param number of its fields */
    public record BreakRow(int number, String from, String unitPrice, String fromFault, String priceFault) {

        public String fromId() {
            return "breaks-" + number + "-from";
        }

        public String priceId() {
            return "breaks-" + number + "-unitPrice";
        }
    }

    /**
     * @param number of its fields
     * @param text of the clause
     */
    public record ClauseRow(int number, String text, List<Option> replies, String value, String note, String fault) {

        public String at() {
            return "replies-" + number + "-";
        }
    }

    /** What is wrong with a field; empty when nothing is. */
    public String fault(String field) {
        return faults.getOrDefault(field, "");
    }
}
