package org.xiangpei.notification;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** How a letter reads, as plain text and as HTML. */
public interface LetterFormat {

    Body write(Page page);

    record Body(String text, String html) {}

    /**
     * A letter with addresses that work in a mail.
     *
     * @param optOut where its reader says that no more of this is wanted
     * @param settings where its reader chooses what is mailed; null for who has no account
     */
    record Page(
            String subject,
            List<String> paragraphs,
            List<Item> items,
            int more,
            @Nullable Link link,
            String site,
            String optOut,
            @Nullable String settings) {}

    record Item(String kind, String title, String text, String address) {}

    record Link(String label, String address) {}
}
