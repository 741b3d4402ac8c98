package org.xiangpei.sourcing.quotation.web;

import org.jspecify.annotations.Nullable;

import org.xiangpei.sourcing.web.Heading;

/**
 * One opened quotation, as the buyer reads it.
 *
 * @param computed hash of what is stored, computed for this page
 */
public record OpenedView(
        Heading heading,
        long id,
        String supplier,
        @Nullable String firm,
        String at,
        String receipt,
        String computed,
        QuotedView content) {

    public boolean holds() {
        return receipt.equals(computed);
    }
}
