package org.xiangpei.requirement;

import java.util.Map;

/** What became of the lines of requirements: bought, and from whom, or not. Every bean of this type is asked. */
public interface LineEnds {

    /** By the numbers of the lines; a line of which nothing became yet is not among them. */
    Map<Integer, End> of(String requirement);

    /**
     * @param label in a word or two
     * @param tone of the badge
     * @param detail in a sentence; empty where the label says it all
     */
    record End(String label, String tone, String detail) {}
}
