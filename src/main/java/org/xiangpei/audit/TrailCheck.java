package org.xiangpei.audit;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a verification found.
 *
 * @param entries how many were checked and found right, up to the first break
 * @param last the last of these, to be noted outside of the installation; empty when there is none
 * @param sealedFrom the first entry made with the key, when there is one
 * @param broken the first break; empty when the trail is whole
 */
public record TrailCheck(long entries, Optional<Anchor> last, OptionalLong sealedFrom, Optional<Break> broken) {

    /** @param seq the number of the entry at which the chain breaks */
    public record Break(long seq, Flaw flaw) {}

    public boolean isWhole() {
        return broken.isEmpty();
    }
}
