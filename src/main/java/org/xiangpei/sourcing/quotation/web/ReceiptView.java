package org.xiangpei.sourcing.quotation.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.sourcing.web.InvitationHeading;

/**
 * The receipts of a supplier, and whether what was opened is what it sent in.
 *
 * @param opened whether the quotations were opened
 * @param current receipt of what counts; empty when nothing was sent in
 * @param computed hash of what is stored now, computed for this page
 * @param given the receipt that the supplier has asked about
 * @param outcome of that; null when nothing was asked
 */
public record ReceiptView(
        InvitationHeading heading,
        boolean opened,
        String current,
        String computed,
        List<QuotationView.LoggedRow> log,
        String given,
        @Nullable Outcome outcome) {

    /** @param tone of its notice: {@code pass} or {@code fail} */
    public record Outcome(String tone, String title, String text) {}
}
