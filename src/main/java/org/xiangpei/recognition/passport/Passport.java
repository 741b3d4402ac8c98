package org.xiangpei.recognition.passport;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.xiangpei.catalog.ProductFlags;
import org.xiangpei.catalog.ProductProfile;
import org.xiangpei.recognition.Standing;
import org.xiangpei.shared.Coded;

/**
 * The passport of a product (互认护照) on a day.
 *
 * @param standing what is on record of its recognition on that day
 * @param text what is signed; empty when nothing is
 * @param withheld why nothing is signed; empty when something is
 * @param keyId the key that signed; empty when nothing is signed
 * @param demonstration whether that key was made by a demonstration and vouches for nothing
 * @param flags what a reader must know besides: certificates that have lapsed, a review
 */
public record Passport(
        ProductProfile profile,
        Standing standing,
        LocalDate day,
        Optional<String> text,
        Optional<Withheld> withheld,
        Optional<String> keyId,
        boolean demonstration,
        List<ProductFlags.Flag> flags) {

    /** Why there is no signature. */
    public enum Withheld implements Coded {
        /** No source says that the product is recognised: nothing may claim it (design rule 8). */
        NOT_STATED,
        /** Not recognised on that day: not yet, no longer, suspended or revoked. */
        NOT_IN_FORCE,
        /** The installation has no key. */
        NO_KEY
    }
}
