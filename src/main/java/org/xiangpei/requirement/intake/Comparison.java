package org.xiangpei.requirement.intake;

import java.util.regex.Matcher;

/** The words and signs that compare, before a value and after it; the fragments of the grammar (ADR 0100). */
final class Comparison {

    private static final String NOT = "(?:不(?:得|应|要|能|可|宜|允许)?|别|勿)";

    private static final String LEAST = "≥|>=|=>|>|" + NOT
            + "(?:低于|小于|少于|短于|低過)|大于(?:或)?等于|高于(?:或)?等于|大于|高于|超过|多于|至少(?:为|要|达到|有|能到|能达到|能达|可达)?|起码|最低(?:为)?|最少(?:为)?";
    private static final String MOST =
            "≤|<=|=<|<|" + NOT + "(?:高于|大于|超过|多于|超出|长于)|不超(?!过)|小于(?:或)?等于|低于(?:或)?等于|小于|低于|少于|至多|最多|控制在";
    private static final String EQUAL = "等于|==";
    private static final String ABOUT = "约为?|大约|大概";

    /** Before a value; the groups are named with the prefix. */
    static final String BEFORE =
            "(?:(?<least>" + LEAST + ")|(?<most>" + MOST + ")|(?<equal>" + EQUAL + ")|(?<about>" + ABOUT + "))";

    /** After a value. */
    static final String AFTER =
            "(?:(?<above>(?:及|或|或者|和)?(?:以上|更高|更大)|起(?!重|升))|(?<below>(?:及|或|或者|和)?(?:以下|更低|更小)|之内|以内|内(?![径部外容]))|(?<around>左右|上下))";

    private Comparison() {}

    /** What matched {@link #BEFORE} and {@link #AFTER}, both optional. */
    static Bound of(Matcher found) {
        if (found.group("above") != null) {
            return Bound.AT_LEAST;
        }
        if (found.group("below") != null) {
            return Bound.AT_MOST;
        }
        if (found.group("least") != null) {
            return Bound.AT_LEAST;
        }
        if (found.group("most") != null) {
            return Bound.AT_MOST;
        }
        if (found.group("about") != null || found.group("around") != null) {
            return Bound.ABOUT;
        }
        return found.group("equal") == null ? Bound.NOT_SAID : Bound.EQUALS;
    }
}
