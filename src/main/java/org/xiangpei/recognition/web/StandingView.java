package org.xiangpei.recognition.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The recognition of one product, for the bureaus.
 *
 * @param maySuspend whether the reader's bureau can suspend it today
 * @param mayResume whether the reader's bureau can end its suspension today
 * @param mayRevoke whether the reader's bureau can open its revocation
 * @param revocation the number of the revocation that is open; null for none
 * @param flags what is to be said of it besides
 * @param refused why what was just done does not count; null for none
 */
record StandingView(
        String code,
        String name,
        String status,
        String tone,
        List<FilingView.Fact> facts,
        List<Event> events,
        boolean maySuspend,
        boolean mayResume,
        boolean mayRevoke,
        @Nullable String revocation,
        List<String> flags,
        List<ExaminationView.Option> reasons,
        String today,
        String until,
        String note,
        @Nullable String refused) {

    record Event(String kind, String days, String detail, String by) {}
}
