package org.xiangpei.sourcing.web;

import java.time.Instant;
import java.util.List;

import org.xiangpei.shared.Labels;
import org.xiangpei.sourcing.Inquiry;
import org.xiangpei.sourcing.Phase;

/**
 * What stands above every page of an inquiry, for its buyer: tag {@code inquirytabs}.
 *
 * @param tone of the badge
 */
public record Heading(String code, String title, String phase, String tone, List<Tab> tabs) {

    public static Heading of(Inquiry of, Instant now) {
        Phase phase = of.phase(now);
        return new Heading(of.code(), of.terms().title(), Labels.of(phase), tone(phase), Tab.ofBuyer(phase));
    }

    static String tone(Phase phase) {
        return switch (phase) {
            case DRAFT -> "";
            case ASKING, OPENED -> "documented";
            case CLOSED -> "unknown";
            case DECIDED -> "pass";
            case CANCELLED -> "fail";
        };
    }
}
