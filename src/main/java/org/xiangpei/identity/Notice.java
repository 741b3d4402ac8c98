package org.xiangpei.identity;

/**
 * What people are told (通知). It may be mailed: it says nothing sealed, no token, and nothing that its readers may not know.
 *
 * @param targetType the kind of thing it is about, as in the audit trail, for example {@code registration}
 * @param targetCode its code within that kind
 * @param title in one line, plain text; cut after {@link #LONGEST_TITLE} characters
 * @param text in a sentence, plain text; cut after {@link #LONGEST_TEXT} characters
 * @param path the page of ours where the reader sees more or deals with it, from {@code /}
 */
public record Notice(NoticeKind kind, String targetType, String targetCode, String title, String text, String path) {

    public static final int LONGEST_TITLE = 200;
    public static final int LONGEST_TEXT = 1000;

    /** @throws IllegalArgumentException for a path that leads elsewhere, which is a defect of the caller */
    public Notice {
        if (!path.startsWith("/") || path.startsWith("//")) {
            throw new IllegalArgumentException("Not a page of ours: " + path);
        }
        title = oneLine(title, LONGEST_TITLE);
        text = oneLine(text, LONGEST_TEXT);
    }

    /** Without line breaks, control characters and half characters, which neither a subject of a mail nor the database takes. */
    private static String oneLine(String text, int longest) {
        String plain =
                text.replaceAll("[\\p{Cntrl}\\p{Cs}\\u2028\\u2029]+", " ").strip();
        if (plain.codePointCount(0, plain.length()) <= longest) {
            return plain;
        }
        return plain.substring(0, plain.offsetByCodePoints(0, longest - 1)) + "…";
    }
}
