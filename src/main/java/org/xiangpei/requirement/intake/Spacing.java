package org.xiangpei.requirement.intake;

import org.jspecify.annotations.Nullable;

/**
 * Takes out the blanks that a scan puts between all characters of a line (南 坡 变 电 站 → 南坡变电站, 1 . 2 km → 1.2km); two of them together part words
 * and become one. Other lines stay as they are.
 */
final class Spacing {

    private static final int FEWEST = 4;
    private static final String BLANKS = " \u3000\u00a0";

    private final String text;

    /** Of each character in the text as given; null where nothing was taken out. */
    private final int @Nullable [] origins;

    private Spacing(String text, int @Nullable [] origins) {
        this.text = text;
        this.origins = origins;
    }

    static Spacing of(String raw) {
        var text = new StringBuilder(raw.length());
        int[] origins = new int[raw.length()];
        int start = 0;
        for (int at = 0; at <= raw.length(); at++) {
            if (at == raw.length() || raw.charAt(at) == '\n') {
                boolean spaced = isSpaced(raw, start, at);
                for (int from = start; from < Math.min(at + 1, raw.length()); from++) {
                    if (!spaced || !isWithin(raw, from)) {
                        origins[text.length()] = from;
                        text.append(raw.charAt(from));
                    }
                }
                start = at + 1;
            }
        }
        return text.length() == raw.length() ? new Spacing(raw, null) : new Spacing(text.toString(), origins);
    }

    String text() {
        return text;
    }

    /** Where a character stands in the text as given. */
    int origin(int at) {
        return origins == null ? at : origins[at];
    }

    /** Whether nearly every Chinese character of a line stands by itself. */
    private static boolean isSpaced(String raw, int from, int to) {
        int apart = 0;
        int together = 0;
        for (int at = from; at + 2 < to; at++) {
            if (CategoryWords.isHan(raw.charAt(at))) {
                boolean blank = BLANKS.indexOf(raw.charAt(at + 1)) >= 0;
                apart += blank && CategoryWords.isHan(raw.charAt(at + 2)) ? 1 : 0;
                together += CategoryWords.isHan(raw.charAt(at + 1)) ? 1 : 0;
            }
        }
        return apart >= FEWEST && apart > 2 * together;
    }

    private static boolean isWithin(String raw, int at) {
        return isBlank(raw, at) && !isBlank(raw, at + 1);
    }

    private static boolean isBlank(String raw, int at) {
        return at >= 0 && at < raw.length() && BLANKS.indexOf(raw.charAt(at)) >= 0;
    }
}
