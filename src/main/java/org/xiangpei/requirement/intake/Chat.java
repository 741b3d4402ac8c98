package org.xiangpei.requirement.intake;

/**
 * Lines as people write them in a chat: no mark at all, a blank wherever others put one. Such a blank is a mark (双吸泵 扬程25米 要2台), but not
 * one inside of what belongs together (2 台, 扬程 25米, YJV22 3×120).
 */
final class Chat {

    static final char MARK = '，';

    private static final String MARKS = "，,。；;、:：|\t！!？?";
    private static final int FEWEST_PARTS = 3;
    private static final int FEWEST_IN_LIST = 2;

    private Chat() {}

    /** Puts a mark for each blank that parts two things, in every line that has no other mark. */
    static void part(char[] text) {
        int start = 0;
        for (int at = 0; at <= text.length; at++) {
            if (at == text.length || text[at] == '\n') {
                line(text, start, at);
                start = at + 1;
            }
        }
    }

    private static void line(char[] text, int start, int end) {
        int parts = 1;
        int begin = behindNumber(text, start, end);
        for (int at = begin; at < end; at++) {
            if (MARKS.indexOf(text[at]) >= 0 || (text[at] == ' ' && at > start && text[at - 1] == ' ')) {
                return;
            }
            parts += parts(text, start, at, end) ? 1 : 0;
        }
        if (parts < (begin > start ? FEWEST_IN_LIST : FEWEST_PARTS)) {
            return;
        }
        for (int at = begin; at < end; at++) {
            if (parts(text, begin, at, end)) {
                text[at] = MARK;
            }
        }
    }

    /** The number of a line in a list (1、) is no mark in it. */
    private static int behindNumber(char[] text, int start, int end) {
        int at = start;
        while (at < end && at - start < 2 && Character.isDigit(text[at])) {
            at++;
        }
        return at > start && at < end && "、.)）".indexOf(text[at]) >= 0 ? at + 1 : start;
    }

    private static boolean parts(char[] text, int start, int at, int end) {
        return text[at] == ' '
                && at > start
                && at + 1 < end
                && !Character.isDigit(text[at - 1])
                && CategoryWords.isHan(text[at + 1]);
    }
}
