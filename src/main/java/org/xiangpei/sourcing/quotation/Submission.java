package org.xiangpei.sourcing.quotation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.xiangpei.shared.Fingerprint;

/**
 * An offer as it was sent in.
 *
 * @param supplier the name of who sent it
 * @param salt random: without it the hash of a receipt could be tried out against likely prices
 */
public record Submission(String inquiry, String supplier, Instant at, String salt, Offer offer) {

    /** The text of which the receipt is the hash: the same for the same offer, whether it is under seal or opened. */
    public String content() {
        return CanonicalContent.of(this);
    }

    /** SHA-256 of the content in UTF-8, in hexadecimal. */
    public String receipt() {
        return Fingerprint.of(content().getBytes(StandardCharsets.UTF_8));
    }
}
