package org.xiangpei.sourcing.quotation.web;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.tabular.RowError;
import org.xiangpei.sourcing.web.InvitationHeading;

/**
 * The own quotation of a supplier.
 *
 * @param heading of the inquiry
 * @param deadline with the clock of the server
 * @param standing whether anything was sent in
 * @param draft null from the deadline on
 * @param sent what was sent in and counts; null when nothing does
 * @param log what was sent in and withdrawn, the latest first
 * @param refused why nothing was done
 */
public record QuotationView(
        InvitationHeading heading,
        DeadlineView deadline,
        Standing standing,
        @Nullable DraftView draft,
        @Nullable SentView sent,
        List<LoggedRow> log,
        @Nullable Refusal refused) {

    /**
     * @param tone of its badge
     * @param text what follows from it
     */
    public record Standing(String label, String tone, String text) {}

    /**
     * The draft.
     *
     * @param faults of the head, by the name of the field
     * @param others what a colleague has saved in the meantime, beside what was typed
     * @param room for attachments, in words
     * @param ready whether it can be sent in
     */
    public record DraftView(
            List<Row> rows,
            int quoted,
            String total,
            HeadFields head,
            Map<String, String> faults,
            List<Compared> others,
            String earliest,
            List<QuotedView.File> files,
            String room,
            boolean ready) {}

    /** @param form names the page that it is typed into */
    public record HeadFields(String validUntil, String note, int seen, String form) {}

    /** Another's text beside the own. */
    public record Compared(String label, String now, String before, boolean changed) {}

    /**
     * @param state of the line in the draft
     * @param tone of its badge
     */
    public record Row(
            int number,
            String name,
            String quantity,
            String price,
            String amount,
            String lead,
            int answered,
            int clauses,
            String state,
            String tone) {}

    /** @param content what was sent in, to be read */
    public record SentView(String at, String receipt, QuotedView content) {}

    /** @param act what was done */
    public record LoggedRow(String act, String at, String receipt, String by) {}

    /**
     * Why nothing was done.
     *
     * @param problems each with the place where it can be mended
     * @param cells of a workbook
     */
    public record Refusal(
            String text,
            List<Problem> problems,
            List<RowError> cells,
            @Nullable String csv) {}

    /** @param href where it can be mended */
    public record Problem(String text, String href) {}

    /** What is to be said of a draft that saved itself. */
    public record Saved(String at, @Nullable String refused, List<String> faults, int seen) {}
}
