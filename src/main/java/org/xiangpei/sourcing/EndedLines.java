package org.xiangpei.sourcing;

import java.util.Set;

/** Who knows which lines of a requirement have been bought, or are not bought at all: they are not asked for again. */
public interface EndedLines {

    /** The numbers of the lines in the requirement that have their end. */
    Set<Integer> ended(String requirement);
}
