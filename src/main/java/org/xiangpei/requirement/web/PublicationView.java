package org.xiangpei.requirement.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * To whom a requirement is published, and what it said so far.
 *
 * @param faults what stands in the way of publishing, the first of them
 * @param moreFaults how many others
 * @param refused why nothing was done
 * @param reason what was typed as the reason of an end
 */
public record PublicationView(
        Heading heading,
        List<Fact> facts,
        long asked,
        Choice choice,
        List<FaultRow> faults,
        int moreFaults,
        List<EditionRow> editions,
        @Nullable String refused,
        @Nullable String done,
        String reason) {

    /**
     * What was chosen.
     *
     * @param find what firms were looked for by
     * @param firms that can be chosen
     */
    public record Choice(boolean chosen, boolean showsBuyer, String find, List<FirmRow> firms) {}

    public record FirmRow(String code, String name, String city, boolean chosen) {}

    /** @param href where it can be mended */
    public record FaultRow(String text, String href) {}

    public record EditionRow(int number, String made, String by, String what, String href) {}
}
