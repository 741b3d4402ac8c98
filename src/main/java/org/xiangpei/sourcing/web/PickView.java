package org.xiangpei.sourcing.web;

import java.util.List;

/**
 * Lines of a requirement to choose from, before anybody is asked.
 *
 * @param more how many lines are not listed
 */
public record PickView(String requirement, String title, List<Row> rows, int more) {

    /** @param problem why nobody can quote for it; empty when somebody can */
    public record Row(int number, String name, String detail, String problem, boolean chosen) {}
}
