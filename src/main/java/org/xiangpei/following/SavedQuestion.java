package org.xiangpei.following;

import java.time.Instant;
import java.util.Optional;

import org.xiangpei.identity.NoticeFrequency;
import org.xiangpei.shared.Coded;

/**
 * A search or a requirement that a person has saved, to learn what newly answers it.
 *
 * @param address of its page
 * @param news what answered it last that had not before
 */
public record SavedQuestion(
        long id,
        Kind kind,
        String name,
        String address,
        NoticeFrequency frequency,
        Instant since,
        Optional<News> news) {

    /** What can be saved. */
    public enum Kind implements Coded {
        SEARCH,
        REQUIREMENT
    }

    public record News(Instant at, String text) {}
}
