package org.xiangpei.matching.answer;

import java.util.Set;

/**
 * What lines are answered may be something else now; fired inside the transaction that notes how far the catalogue was read, so that who
 * observes it misses nothing.
 *
 * @param everything whatever the codes say: another day has begun, or more was changed than can be told
 */
public record CatalogueMoved(boolean everything, Set<String> products, Set<String> firms, Set<String> categories) {}
