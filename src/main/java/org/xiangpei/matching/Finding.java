package org.xiangpei.matching;

/** The bare result of one clause for one product; {@link Wording} makes the text for a reader of it. */
record Finding(ClauseResult result, Basis basis) {}
