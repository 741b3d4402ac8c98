package org.xiangpei.requirement;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A standard (标准) as documents cite it: {@code GB/T 10058-2023}, {@code GB∕T10058}, {@code IEC 60502-2:2014}.
 *
 * <p>Mandatory and recommended standards of one body share their numbers (GB 20052 became GB/T 20052), so the /T is no part of the
 * number. {@code -2} is a part of a standard, {@code -2014} its year.
 *
 * @param text as cited
 * @param number what tells one standard from another
 * @param year four digits, null where none is cited
 */
public record StandardNumber(
        String text, String number, @Nullable String year) {

    private static final Pattern YEAR = Pattern.compile("(.*\\d[A-Z]?)[-:]((?:19|20)\\d{2})(?:版)?");
    private static final Pattern SHORT_YEAR =
            Pattern.compile("((?:GB|JB|TB|QC|DL|YB|YS|HG|JC|GJB).*\\d[A-Z]?)-([5-9]\\d)");
    private static final Pattern RECOMMENDED = Pattern.compile("^([A-Z]+\\d*)/[TZ](?=\\d)");

    public static StandardNumber of(String text) {
        String plain = Normal.text(text).replaceAll("[《》]", "");
        Matcher year = YEAR.matcher(plain);
        if (year.matches()) {
            return new StandardNumber(text, number(year.group(1)), year.group(2));
        }
        Matcher shortYear = SHORT_YEAR.matcher(plain);
        return shortYear.matches()
                ? new StandardNumber(text, number(shortYear.group(1)), "19" + shortYear.group(2))
                : new StandardNumber(text, number(plain), null);
    }

    public boolean hasNumberOf(StandardNumber other) {
        return number.equals(other.number);
    }

    /** Whether this is the standard that was asked for; its year counts only where the one asked names it. */
    public boolean answers(StandardNumber asked) {
        return hasNumberOf(asked) && (asked.year == null || asked.year.equals(year));
    }

    private static String number(String plain) {
        return RECOMMENDED.matcher(plain).replaceFirst("$1");
    }
}
