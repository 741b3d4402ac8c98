package org.xiangpei.requirement.intake;

/**
 * A text in one writing, character for character: full width, dashes, signs of comparison and control characters are made alike, and
 * every offset stays what it is in the text as given, or leads back to it where {@link Spacing} has taken blanks out. (The search folds by NFKC, which moves offsets and loses capitals: mW and MW
 * are two units.)
 */
final class Written {

    private static final String DASHES = "‐‑‒–—―−－﹣";
    private static final String TILDES = "～〜∼˜﹏";
    private static final String SPACES =
            "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200c\u200d\u2060\u3000\ufeff";

    private static final String UNFINISHED = ",，、(≥≤~+×/";
    private static final int LONGEST_OPEN = 80;

    private final String raw;
    private final Spacing spacing;
    private final String text;
    private final String upper;

    Written(String raw) {
        this.raw = raw;
        this.spacing = Spacing.of(raw);
        char[] plain = spacing.text().toCharArray();
        for (int i = 0; i < plain.length; i++) {
            plain[i] = plain(plain[i], i + 1 < plain.length ? plain[i + 1] : '\n');
        }
        times(plain);
        continued(plain);
        Numbered.join(plain);
        Chat.part(plain);
        this.text = new String(plain);
        for (int i = 0; i < plain.length; i++) {
            plain[i] = Character.toUpperCase(plain[i]);
        }
        this.upper = new String(plain);
    }

    /** A line that stops in the middle goes on in the next: behind a comma or a sign, and within a bracket. */
    private static void continued(char[] plain) {
        int depth = 0;
        int start = 0;
        for (int at = 0; at + 1 < plain.length; at++) {
            depth += plain[at] == '(' ? 1 : plain[at] == ')' ? -1 : 0;
            if (plain[at] == '\n') {
                boolean open = depth > 0 && at - start <= LONGEST_OPEN;
                boolean goesOn =
                        at > start && (open || UNFINISHED.indexOf(plain[at - 1]) >= 0) && beginsPlainly(plain, at + 1);
                if (goesOn) {
                    plain[at] = ' ';
                } else {
                    depth = 0;
                }
                start = at + 1;
            }
        }
    }

    /** Not with a number, a bullet, a bar or a blank, as what stands for itself does. */
    private static boolean beginsPlainly(char[] plain, int at) {
        return CategoryWords.isHan(plain[at]) && (at + 1 >= plain.length || "、.:)".indexOf(plain[at + 1]) < 0);
    }

    /** 3乘120 is 3×120, and 3×70加1×25 is 3×70+1×25. */
    private static void times(char[] plain) {
        for (int i = 1; i + 1 < plain.length; i++) {
            if (plain[i] == '乘' && Character.isDigit(plain[i - 1]) && Character.isDigit(plain[i + 1])) {
                plain[i] = '×';
            }
            if (plain[i] == '加' && Character.isDigit(plain[i - 1]) && Character.isDigit(plain[i + 1])) {
                plain[i] = '+';
            }
        }
    }

    String raw() {
        return raw;
    }

    /** In one writing, capitals kept. */
    String text() {
        return text;
    }

    /** The same in capitals: for words. */
    String upper() {
        return upper;
    }

    int length() {
        return text.length();
    }

    /** Whether a mark here stands for a blank of the text as given: somebody wrote without any ({@link Chat}). */
    boolean isChat(int from, int to) {
        for (int at = from; at < to; at++) {
            if (text.charAt(at) == Chat.MARK && spacing.text().charAt(at) == ' ') {
                return true;
            }
        }
        return false;
    }

    /** The words of a stretch, without blanks around them. */
    Source source(int from, int to) {
        Span span = trimmed(from, to);
        int start = spacing.origin(span.start());
        int end = span.length() == 0 ? start : spacing.origin(span.end() - 1) + 1;
        return new Source(start, end, raw.substring(start, end));
    }

    /** The words of a stretch as given, but for blanks within words. */
    String said(Span span) {
        return spacing.text().substring(span.start(), span.end());
    }

    Span trimmed(int from, int to) {
        int start = from;
        int end = to;
        while (start < end && text.charAt(start) <= ' ') {
            start++;
        }
        while (end > start && text.charAt(end - 1) <= ' ') {
            end--;
        }
        return new Span(start, end);
    }

    private static char plain(char c, char next) {
        if (c < 0x7f) {
            return ascii(c, next);
        }
        if (c >= '\uff01' && c <= '\uff5e' && c != '～' && c != '－') {
            return (char) (c - 0xfee0);
        }
        return switch (c) {
            case '≧', '⩾', '≮' -> '≥';
            case '≦', '⩽', '≯' -> '≤';
            case '✕', '✖', '╳', '＊', '∗' -> '×';
            case '∕', '⁄', '／' -> '/';
            case '∶', '︰' -> ':';
            case '│', '┃', '¦', '丨' -> '|';
            case 'µ' -> 'μ';
            case 'Ω', '\u2126' -> 'Ω';
            case '\u2028', '\u2029', '\u0085' -> '\n';
            case '\u007f' -> ' ';
            default -> other(c);
        };
    }

    private static char other(char c) {
        if (DASHES.indexOf(c) >= 0) {
            return '-';
        }
        if (TILDES.indexOf(c) >= 0) {
            return '~';
        }
        boolean blank = SPACES.indexOf(c) >= 0 || (c >= '\u0080' && c < '\u00a0');
        return blank ? ' ' : c;
    }

    private static char ascii(char c, char next) {
        if (c == '\r') {
            return next == '\n' ? ' ' : '\n';
        }
        return c == '\n' || c == '\t' || c >= ' ' ? (c == '\u007f' ? ' ' : c) : ' ';
    }
}
