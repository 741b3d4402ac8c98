package org.xiangpei.notification;

/** The subjects of mails: one line each, whatever a name in them holds, so that no header can be added through it. */
final class Subjects {

    private static final int LONGEST = 120;

    private Subjects() {}

    static String oneLine(String subject) {
        String plain =
                subject.replaceAll("[\\p{Cntrl}\\p{Cs}\\u2028\\u2029]+", " ").strip();
        return plain.codePointCount(0, plain.length()) <= LONGEST
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
