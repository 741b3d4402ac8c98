package org.xiangpei.audit;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One line of the trail.
 *
 * @param seq from 1, without holes
 */
public record Entry(long seq, Instant at, Deed deed, Link link) {

    /** What stands before the first entry. */
    static final String GENESIS = "0".repeat(64);

    private static final String FORM = "xiangpei audit entry 1";

    /**
     * How the entry hangs on the one before it.
     *
     * @param previous the hash of that one
     * @param keyId the key with which the hash was made; null for a plain one
     */
    public record Link(String previous, @Nullable String keyId, String hash) {}

    /** The entry that follows the head. */
    static Entry after(Head head, Instant at, Deed deed, Seal seal) {
        var open = new Entry(head.seq() + 1, at, deed, new Link(head.hash(), seal.keyId(), ""));
        return new Entry(open.seq, at, deed, new Link(head.hash(), seal.keyId(), open.hashedBy(seal)));
    }

    String hashedBy(Seal seal) {
        return seal.of(text());
    }

    /** All of it but its own hash. */
    private String text() {
        Author author = deed.author();
        Deed.Target target = deed.target();
        return new CanonicalText(FORM)
                .with("seq", seq)
                .with("at", at)
                .with("login", author.login())
                .with("name", author.name())
                .with("organization", author.organization())
                .with("organizationName", author.organizationName())
                .with("address", author.address())
                .with("action", deed.action())
                .with("subjectType", target.type())
                .with("subjectCode", target.code())
                .with("subjectName", target.name())
                .with("subjectCity", target.city())
                .with("subjectOrganization", target.organization())
                .with("before", deed.before())
                .with("after", deed.after())
                .with("reason", deed.reason())
                .with("key", link.keyId())
                .with("previous", link.previous())
                .toString();
    }
}
