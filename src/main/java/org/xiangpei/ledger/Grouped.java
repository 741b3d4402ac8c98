package org.xiangpei.ledger;

import java.util.List;

/** The sums of a cut, and of each of its groups that has facts, by key. */
public record Grouped<T>(T total, List<Group<T>> groups) {

    /** @param name the group's name as recorded, where it has one */
    public record Group<T>(String key, String name, T sums) {}
}
