package org.xiangpei.sourcing.web;

import java.time.Instant;
import java.util.List;

import org.xiangpei.shared.Labels;
import org.xiangpei.sourcing.Inquiry;
import org.xiangpei.sourcing.Respondent;

/**
 * What stands above every page of an inquiry, for who was invited: tag {@code invitationtabs}.
 *
 * @param supplier in whose name the reader acts
 * @param guest whether the reader came in by a link
 */
public record InvitationHeading(
        String code, String title, String phase, String tone, String supplier, boolean guest, List<Tab> tabs) {

    public static InvitationHeading of(Inquiry of, Respondent by, Instant now) {
        return new InvitationHeading(
                of.code(),
                of.terms().title(),
                Labels.of(of.phase(now)),
                Heading.tone(of.phase(now)),
                by.name(),
                by.isGuest(),
                Tab.ofSupplier());
    }
}
