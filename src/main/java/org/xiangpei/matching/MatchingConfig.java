package org.xiangpei.matching;

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

    /** Most products that are fetched from the index and judged for one line. */
    @WithDefault("1000")
    int judgedPerLine();
}
