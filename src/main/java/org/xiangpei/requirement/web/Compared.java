package org.xiangpei.requirement.web;

import java.util.ArrayList;
import java.util.List;

/**
 * One field side by side, as it is and as it was.
 *
 * @param changed whether that differs
 */
public record Compared(String label, String now, String before, boolean changed) {

    /** Both name their fields alike, in the same order. */
    static List<Compared> of(List<Fact> now, List<Fact> before) {
        var rows = new ArrayList<Compared>();
        for (int i = 0; i < now.size(); i++) {
            Fact here = now.get(i);
            String there = before.isEmpty() ? "" : before.get(i).text();
            rows.add(new Compared(here.label(), here.text(), there, !here.text().equals(there) && !before.isEmpty()));
        }
        return rows;
    }
}
