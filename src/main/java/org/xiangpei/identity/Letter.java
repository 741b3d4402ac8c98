package org.xiangpei.identity;

import java.time.Instant;
import java.util.List;

/**
 * A mail to one address, apart from notices: with a one-time link, or to somebody who has no account yet.
 *
 * @param to an address of {@link MailAddress}
 * @param subject in one line
 * @param paragraphs plain text
 * @param label of the link
 * @param path of the link, from {@code /}; it may hold a one-time token
 * @param goodUntil after which there is no use in sending it
 */
public record Letter(String to, String subject, List<String> paragraphs, String label, String path, Instant goodUntil) {

    public Letter {
        paragraphs = List.copyOf(paragraphs);
    }
}
