package org.xiangpei.matching;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What an operator can set of matching. */
@ConfigMapping(prefix = "xiangpei.matching")
interface MatchingConfig {

    /**
     * Whether exact ties, and nothing else, are broken in favour of what is made in the three cities (同等条件下优先). Off by
     * default: the order of candidates depends on fit alone (公平竞争审查条例).
     */
    @WithDefault("false")
    boolean equalTermsPreference();

    /**
     * Most products that the index gives an order to for one line, and most that are judged for one without a category. Of a category all
     * products are judged, however many.
     */
    @WithDefault("1000")
    int judgedPerLine();

    /** Of how many products the facts are kept in memory; by default what fits into a quarter of the heap, at two kilobytes each. */
    Optional<Integer> productsInMemory();
}
