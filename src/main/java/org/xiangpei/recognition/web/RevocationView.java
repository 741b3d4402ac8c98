package org.xiangpei.recognition.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.recognition.web.ExaminationView.Option;
import org.xiangpei.recognition.web.FilingView.Fact;

/**
 * A revocation, for the bureaus and for the firm.
 *
 * @param tone of the badge
 * @param next what to do or wait for
 * @param refused why what was just done does not count; null for none
 * @param papers evidence of the bureau
 * @param reply what the firm says; null until it has
 * @param replyPapers evidence of the firm
 * @param positions what the cities say in the session, when there is one
 * @param decision what was decided; null until then
 * @param hearing whether the firm can answer now
 * @param act what the reader can do in the session; null outside of it
 * @param typed what was typed before it was refused
 */
record RevocationView(
        String code,
        String product,
        String name,
        String state,
        String tone,
        String next,
        @Nullable String refused,
        List<Fact> facts,
        List<String> grounds,
        String text,
        List<Paper> papers,
        @Nullable String reply,
        List<Paper> replyPapers,
        List<SessionView.Position> positions,
        @Nullable Decision decision,
        boolean hearing,
        @Nullable Act act,
        String typed) {

    record Paper(String name, String href, String by) {}

    record Decision(String label, String tone, String note, String by) {}

    /**
     * @param session where it is decided
     * @param speaks whether the reader's city has not spoken yet
     * @param revision of the decision that is seen
     */
    record Act(int session, boolean speaks, int revision) {}

    /** What opens one: the form. */
    record Opening(
            String code,
            String name,
            String firm,
            String heardUntil,
            List<Option> grounds,
            String facts,
            @Nullable String refused) {}

    /** A row of a list. */
    record Row(
            String code,
            String name,
            String firm,
            String home,
            String opened,
            String state,
            String tone,
            String next) {}
}
