package org.xiangpei.recognition;

import java.util.List;

/**
 * What the minutes of a joint session say, whatever they are written as.
 *
 * @param agenda the table of filings and decisions, the head first; empty when nothing was on the agenda
 * @param opinions what each city said, filing by filing
 * @param batch what the session made
 * @param revocations the reasons, what the firm and each city said, and the decision, one by one
 * @param signatures one line a bureau
 */
record MinutesContent(
        String title,
        List<String> facts,
        List<List<String>> agenda,
        List<Opinions> opinions,
        List<String> batch,
        List<Opinions> revocations,
        List<String> signatures) {

    /** @param filing by its name and number */
    record Opinions(String filing, List<String> said) {}
}
