package org.xiangpei.sourcing.signal.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One signal with the rows behind it.
 *
 * @param own whether it is about inquiries of the reader's own organisation, which links lead to
 * @param general what buyers say to all inquiries of the kind
 */
public record SignalView(
        SignalsView.Kind kind,
        String id,
        String subject,
        String cases,
        String base,
        String share,
        String asOf,
        String from,
        boolean explains,
        boolean own,
        List<Said> general,
        List<Case> rows) {

    /**
     * An inquiry.
     *
     * @param evidence what makes it a case, line by line
     */
    public record Case(
            String code,
            String title,
            String buyer,
            String published,
            String deadline,
            String opened,
            List<Evidence> evidence,
            @Nullable Said said) {}

    /** @param line which line; empty for the inquiry as a whole */
    public record Evidence(String line, List<String> words) {}

    /** What an organisation says to it. */
    public record Said(long id, String organization, String text, String by) {}
}
