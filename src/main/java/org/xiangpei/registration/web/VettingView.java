package org.xiangpei.registration.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One registration, for who vets it.
 *
 * @param tone of the badge
 * @param refused why the decision that was just made does not count; null for none
 * @param claim the firm of the catalogue that it would become; null for none
 * @param reasons why it was returned or rejected last
 * @param undecided whether it waits for a decision
 */
record VettingView(
        String receipt,
        String name,
        String state,
        String tone,
        int round,
        @Nullable String refused,
        List<Group> groups,
        @Nullable Claim claim,
        List<String> reasons,
        @Nullable String note,
        boolean undecided,
        @Nullable String organization,
        List<Option> options,
        Chosen chosen) {

    /** Facts that belong together. */
    record Group(String title, List<Fact> facts) {}

    record Fact(String label, String text) {}

    /** @param differs whether the catalogue has another name */
    record Claim(String code, String name, boolean differs) {}

    /** A reason that can be given. */
    record Option(String code, String label, boolean chosen) {}

    /** What was chosen before it was refused. */
    record Chosen(String decision, List<String> reasons, String note) {
        static final Chosen NOTHING = new Chosen("", List.of(), "");
    }
}
