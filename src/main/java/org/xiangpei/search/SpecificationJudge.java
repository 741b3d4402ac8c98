package org.xiangpei.search;

import org.jspecify.annotations.Nullable;

/**
 * Judges what products state by what a question asks of their properties. The rules are those by which requirements are judged, so
 * that a search and a match never contradict each other; matching has them, and the search only knows this port.
 */
public interface SpecificationJudge {

    /** @param stated null where the product states nothing of the property */
    Fit judge(AskedSpecification asked, @Nullable StatedSpecification stated);

    /** What is asked, for a reader: {@code ≥ 630 kVA}. */
    String text(AskedSpecification asked);

    /** What is stated, in the asked unit where it converts, for a reader; empty where nothing is stated. */
    String text(AskedSpecification asked, @Nullable StatedSpecification stated);
}
