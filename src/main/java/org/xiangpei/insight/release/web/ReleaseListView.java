package org.xiangpei.insight.release.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * All that was released.
 *
 * @param mayRelease whether the reader's bureau can
 * @param proposed what waits for bureaus, or one was against; for them alone
 * @param current what holds
 * @param history all that was ever public, the newest first
 */
record ReleaseListView(boolean mayRelease, List<Row> proposed, List<Card> current, List<Row> history) {

    /** @param note why, by whom */
    record Row(
            String href,
            String place,
            String period,
            String asOf,
            String since,
            String state,
            String tone,
            String note,
            @Nullable String json,
            @Nullable String csv,
            String fingerprint) {}

    record Card(String href, String place, String period, String asOf, String since, List<Share> numbers) {}

    record Share(String label, String value) {}
}
