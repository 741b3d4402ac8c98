package org.xiangpei.recognition.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The joint sessions.
 *
 * @param waiting how many filings wait for one
 * @param mayConvene whether the reader's bureau is the next host's, and no other session is open
 * @param note who convenes the next, and when
 * @param today the first day that can be chosen
 * @param calledOff sessions that did not take place
 * @param refused why the session was not convened; null for none
 */
record SessionListView(
        long waiting,
        boolean mayConvene,
        String note,
        String today,
        String day,
        String place,
        @Nullable String refused,
        List<Row> rows,
        List<CalledOff> calledOff) {

    /** @param batch how many products it made; empty while it is open */
    record Row(int number, String host, String heldOn, String place, String state, String tone, String batch) {}

    record CalledOff(int number, String host, String heldOn, String place, String reason, String by) {}
}
