package org.xiangpei.recognition.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One joint session.
 *
 * @param acting whether the reader can speak and decide now
 * @param mayClose whether the reader's bureau is the host's
 * @param undecided how many filings have no decision yet
 * @param changing the form in which the host moves the session or calls it off; null for who may not
 * @param refused why what was just done does not count; null for none
 * @param note what was typed before it was refused
 * @param revocations what is decided besides filings
 * @param batch what the session has made, once it is closed
 */
record SessionView(
        int number,
        String state,
        String tone,
        boolean closed,
        List<FilingView.Fact> facts,
        List<Item> agenda,
        boolean acting,
        boolean mayClose,
        long undecided,
        String whenActing,
        @Nullable Changing changing,
        @Nullable String refused,
        String note,
        List<Product> batch,
        List<Revoking> revocations) {

    /**
     * A revocation of the agenda, which has its own page.
     *
     * @param begun whether a city has spoken or something is decided
     */
    record Revoking(
            String code,
            String name,
            String firm,
            String home,
            String heard,
            String decision,
            String tone,
            boolean begun) {}

    /**
     * @param chosen how it is named in the form of decisions
     * @param speaks whether the reader's city has to speak
     */
    record Item(
            String code,
            String chosen,
            String name,
            String firm,
            String home,
            String why,
            List<Position> positions,
            boolean accepted,
            boolean speaks,
            @Nullable Decision decision) {}

    record Position(
            String city, String said, String tone, @Nullable String note, String by) {}

    /**
     * @param today the first day that can be chosen
     * @param begun whether something was said or decided, so that it cannot be called off
     */
    record Changing(String today, String day, String place, String reason, boolean begun) {}

    record Decision(String label, String tone, @Nullable String note, String by) {}

    record Product(String code, String name, String firm, String filing) {}
}
