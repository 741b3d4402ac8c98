package org.xiangpei.insight.release.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One release.
 *
 * @param notices what one has to know of it first: that it was corrected, withdrawn, or waits
 * @param figures null where they are shown no more
 * @param replay whether the figures still come out the same; for bureaus alone
 * @param actions what the reader's bureau can do; null for all others
 */
record ReleaseView(
        String code,
        String place,
        String period,
        String days,
        String asOf,
        String state,
        String tone,
        List<Note> notices,
        List<Note> facts,
        @Nullable ReleasedFiguresView figures,
        String sha256,
        String json,
        String csv,
        String live,
        @Nullable String replay,
        @Nullable Actions actions) {

    /** @param href where it leads; null where it does not */
    record Note(String label, String text, @Nullable String href) {}

    /**
     * @param mayAgree whether the own city is awaited
     * @param mayDecline whether it is proposed still
     * @param mayWithdraw whether it is public
     */
    record Actions(
            boolean mayAgree,
            boolean mayDecline,
            boolean mayWithdraw,
            String typed,
            @Nullable String refused) {}
}
