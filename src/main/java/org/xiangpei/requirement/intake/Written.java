package org.xiangpei.requirement.intake;

/**
 * A text in one writing, character for character: full width, dashes, signs of comparison and control characters are made alike, and
 * every offset stays what it is in the text as given. (The search folds by NFKC, which moves offsets and loses capitals: mW and MW
 * are two units.)
 */
final class Written {

    private static final String DASHES = "‐‑‒–—―−－﹣";
    private static final String TILDES = "～〜∼˜﹏";
    private static final String SPACES =
            "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200c\u200d\u2060\u3000\ufeff";

    private final String raw;
    private final String text;
    private final String upper;

    Written(String raw) {
        this.raw = raw;
        char[] plain = raw.toCharArray();
        for (int i = 0; i < plain.length; i++) {
            plain[i] = plain(plain[i], i + 1 < plain.length ? plain[i + 1] : '\n');
        }
        times(plain);
        Chat.part(plain);
        this.text = new String(plain);
        for (int i = 0; i < plain.length; i++) {
            plain[i] = Character.toUpperCase(plain[i]);
        }
        this.upper = new String(plain);
    }

    /** 3乘120 is 3×120. */
    private static void times(char[] plain) {
        for (int i = 1; i + 1 < plain.length; i++) {
            if (plain[i] == '乘' && Character.isDigit(plain[i - 1]) && Character.isDigit(plain[i + 1])) {
                plain[i] = '×';
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
            if (text.charAt(at) == Chat.MARK && raw.charAt(at) == ' ') {
                return true;
            }
        }
        return false;
    }

    /** The words of a stretch, without blanks around them. */
    Source source(int from, int to) {
        Span span = trimmed(from, to);
        return new Source(span.start(), span.end(), raw.substring(span.start(), span.end()));
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
