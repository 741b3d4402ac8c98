package org.xiangpei.requirement.web;

import java.util.List;

import org.xiangpei.shared.web.PageLinks;

/**
 * What an edition changed, side by side with the one before.
 *
 * @param first whether there is none before
 */
public record EditionView(
        Heading heading,
        int number,
        boolean first,
        String made,
        String by,
        List<Compared> head,
        boolean headChanged,
        String total,
        List<LineRow> lines,
        PageLinks links) {

    /** @param added whether the edition before did not have it */
    public record LineRow(int number, String name, boolean added, List<Compared> fields) {}
}
