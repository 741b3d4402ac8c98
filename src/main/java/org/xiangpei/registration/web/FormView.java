package org.xiangpei.registration.web;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.xiangpei.registration.Statement;

/**
 * The form of a registration.
 *
 * @param typed what was typed so far
 * @param kept the name under which the licence of an earlier try is kept; empty for none
 * @param amended what is amended; null for a new registration
 * @param regions of the three cities, with those chosen as the place of registration
 * @param sites the same, with those chosen as production sites
 */
record FormView(
        Statement typed,
        Map<String, String> faults,
        String summary,
        String kept,
        @Nullable Amended amended,
        List<Group> regions,
        List<Group> sites) {

    /** @param reasons why it was returned, in words */
    record Amended(
            String receipt,
            String known,
            List<String> reasons,
            @Nullable String note) {}

    /** A city with its districts, itself the first. */
    record Group(String name, List<Place> places) {}

    record Place(String code, String name, boolean chosen) {}

    /** What is wrong with a field, or empty. */
    public String fault(String field) {
        return faults.getOrDefault(field, "");
    }
}
