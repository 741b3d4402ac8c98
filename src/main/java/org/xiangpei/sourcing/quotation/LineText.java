package org.xiangpei.sourcing.quotation;

import java.util.List;

import org.xiangpei.sourcing.Typed;

/**
 * What was typed for one line, as it was typed: a draft keeps also what is wrong. Blank is as good as missing. Characters that nobody
 * means and the database does not take are left out at once: under seal they would only be found when it is opened.
 *
 * @param product code in the catalogue
 * @param unitPrice CNY, tax included
 * @param taxRate percent
 * @param leadDays days
 * @param freight CNY; blank is none
 * @param productionRegion where it is really made, as people write it
 * @param localContent percent
 * @param replies one for each clause, in their order; those beyond are ignored, missing ones are unanswered
 */
public record LineText(
        String product,
        String unitPrice,
        String taxRate,
        List<BreakText> breaks,
        String minimumOrder,
        String leadDays,
        String freight,
        String productionRegion,
        String localContent,
        List<ReplyText> replies,
        String note) {

    public static final LineText EMPTY = new LineText("", "", "", List.of(), "", "", "", "", "", List.of(), "");

    public LineText {
        product = Typed.orEmpty(product);
        unitPrice = Typed.orEmpty(unitPrice);
        taxRate = Typed.orEmpty(taxRate);
        minimumOrder = Typed.orEmpty(minimumOrder);
        leadDays = Typed.orEmpty(leadDays);
        freight = Typed.orEmpty(freight);
        productionRegion = Typed.orEmpty(productionRegion);
        localContent = Typed.orEmpty(localContent);
        note = Typed.orEmpty(note);
        breaks = breaks.stream().filter(it -> !it.isBlank()).toList();
        replies = List.copyOf(replies);
    }

    /** A price from a quantity on. */
    public record BreakText(String from, String unitPrice) {

        public BreakText {
            from = Typed.orEmpty(from);
            unitPrice = Typed.orEmpty(unitPrice);
        }

        boolean isBlank() {
            return from.isBlank() && unitPrice.isBlank();
        }
    }

    /** @param reply code of a {@link Reply} */
    public record ReplyText(String reply, String value, String note) {

        public static final ReplyText NONE = new ReplyText(Reply.UNANSWERED.code(), "", "");

        public ReplyText {
            reply = Typed.orEmpty(reply);
            value = Typed.orEmpty(value);
            note = Typed.orEmpty(note);
        }

        boolean isBlank() {
            return (reply.isBlank() || reply.equals(Reply.UNANSWERED.code())) && value.isBlank() && note.isBlank();
        }
    }

    /** The reply to a clause, from 0. */
    public ReplyText reply(int clause) {
        return clause < replies.size() ? replies.get(clause) : ReplyText.NONE;
    }

    /** Whether it says nothing: such a line is not quoted. A product or tax rate that the form proposes says nothing yet. */
    public boolean isBlank() {
        return unitPrice.isBlank()
                && breaks.isEmpty()
                && minimumOrder.isBlank()
                && leadDays.isBlank()
                && freight.isBlank()
                && localContent.isBlank()
                && note.isBlank()
                && replies.stream().allMatch(ReplyText::isBlank);
    }
}
