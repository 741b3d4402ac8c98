package org.xiangpei.registration.web;

import java.util.List;

import org.xiangpei.shared.web.PageLinks;

/**
 * The registrations that somebody may vet.
 *
 * @param scope whose they are, in words
 * @param waiting how many wait for a decision
 */
record VettingListView(String scope, String waiting, String total, List<Row> rows, PageLinks links) {

    /** @param tone of the badge */
    record Row(
            String receipt,
            String name,
            String uscc,
            String kind,
            String city,
            String submitted,
            String state,
            String tone,
            String decidedBy) {}
}
