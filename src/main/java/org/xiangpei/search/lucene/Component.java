package org.xiangpei.search.lucene;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** A means by which the search finds or ranks, which can be left out to measure what it is worth. The service always has all of them. */
public enum Component {
    /** Words of the dictionary, found as they were cut. */
    WORDS,
    /** Characters and pieces of model numbers in a row, wherever the dictionary would cut. */
    PARTS,
    /** The beginning of a model number or of another foreign word. */
    BEGINNINGS,
    /** Other words of the trade for the same thing. */
    SYNONYMS,
    /** What stands in a row in a name, or is the whole name, comes first. */
    NAME_BONUS,
    /** Some of the words when no product has all. */
    RELAXATION,
    /** What the question means: ranks what the words find, and adds to it where that is little. */
    MEANING,
    /** What sounds alike, and pinyin, whole or by first letters. */
    PINYIN,
    /** What a question asks of properties: products that have it come first. */
    SPECIFICATIONS,
    /** A better spelling where the one that was typed finds nothing. */
    SPELLING;

    static final Set<Component> ALL = Collections.unmodifiableSet(EnumSet.allOf(Component.class));
}
