package org.xiangpei.sourcing.signal.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What concerns the own organisation, to be explained.
 *
 * @param refused what was wrong with what was sent, null for nothing
 */
public record ExplanationsView(
        String organization,
        String from,
        String asOf,
        List<Group> groups,
        boolean done,
        @Nullable String refused) {

    /** All of one signal. */
    public record Group(SignalView signal, Form general, List<CaseForm> cases) {}

    public record CaseForm(SignalView.Case of, Form form) {}

    /**
     * A word to write or to change.
     *
     * @param inquiry empty for all of the kind
     * @param open whether it is open, because what was typed was refused
     */
    public record Form(String id, String kind, String inquiry, String text, String seen, boolean open) {}
}
