package org.xiangpei.notification;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a letter says; every text is plain.
 *
 * @param items the notices in it
 * @param more how many more notices there are than stand in it
 * @param link what the reader can open, unless each item has its own
 */
public record LetterContent(
        List<String> paragraphs,
        List<Item> items,
        int more,
        @Nullable Link link) {

    public LetterContent {
        paragraphs = List.copyOf(paragraphs);
        items = List.copyOf(items);
    }

    /** @param path of ours, from {@code /} */
    public record Item(String kind, String title, String text, String path) {}

    /** @param path of ours, from {@code /} */
    public record Link(String label, String path) {}
}
