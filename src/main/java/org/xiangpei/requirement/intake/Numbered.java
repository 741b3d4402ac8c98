package org.xiangpei.requirement.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rows that were broken where the page was full: lines that begin with 1, 2, 3… are rows, and a line between them without a number goes on
 * with the row before it.
 */
final class Numbered {

    private static final int FEWEST = 2;
    private static final int LONGEST = 40;
    private static final int LONGEST_TITLE = 20;
    private static final Pattern NUMBER = Pattern.compile("(?<n>\\d{1,3}) {1,2}(?=[\\u4e00-\\u9fffA-Z])");
    private static final Pattern NO_ROW = Pattern.compile(
            "以上|上述|合计|总计|小计|注|备注|说明|要求|交货|供货|联系|[一二三四五六七八九十]、|[(\\[【#*|·•-]|\\d{1,2}(?:\\.\\d{1,2})+|[^:]{1,10}:");

    private record Line(int start, int end) {}

    private Numbered() {}

    /** Puts a blank for each end of line that is none. */
    static void join(char[] text) {
        String plain = new String(text);
        List<Line> lines = lines(plain);
        List<Integer> ends = new ArrayList<>();
        int next = 1;
        boolean within = false;
        for (int i = 0; i < lines.size(); i++) {
            if (number(plain, lines.get(i)) == next) {
                next++;
                within = true;
            } else if (within && goesOn(plain, lines.get(i - 1), lines.get(i))) {
                ends.add(lines.get(i).start() - 1);
            } else {
                within = false;
            }
        }
        if (next > FEWEST) {
            ends.forEach(at -> text[at] = ' ');
        }
    }

    private static boolean goesOn(String text, Line before, Line line) {
        int length = line.end() - line.start();
        return length > 0
                && length <= LONGEST
                && before.end() > before.start()
                && "。；;:".indexOf(text.charAt(before.end() - 1)) < 0
                && text.charAt(line.start()) > ' '
                && !isTitle(text, before)
                && text.substring(before.start(), line.end()).indexOf('\t') < 0
                && !NO_ROW.matcher(text).region(line.start(), line.end()).lookingAt();
    }

    /** 1 总则: short, and with no number but its own. */
    private static boolean isTitle(String text, Line line) {
        Matcher number = NUMBER.matcher(text).region(line.start(), line.end()).useTransparentBounds(true);
        int start = number.lookingAt() ? number.end() : line.start();
        return start > line.start()
                && line.end() - start <= LONGEST_TITLE
                && text.substring(start, line.end()).chars().noneMatch(Character::isDigit);
    }

    private static int number(String text, Line line) {
        Matcher found = NUMBER.matcher(text).region(line.start(), line.end()).useTransparentBounds(true);
        return found.lookingAt() ? Integer.parseInt(found.group("n")) : -1;
    }

    private static List<Line> lines(String text) {
        List<Line> lines = new ArrayList<>();
        int start = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at == text.length() || text.charAt(at) == '\n') {
                int end = at;
                while (end > start && text.charAt(end - 1) <= ' ') {
                    end--;
                }
                lines.add(new Line(start, end));
                start = at + 1;
            }
        }
        return lines;
    }
}
