package org.xiangpei.ledger;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is summed over purchases, as SQL. Sums are kept, and taken of facts, by the same words, so that both are the same. Amounts are in fen; declared
 * content is rounded for each record.
 */
final class Measures {

    /** The columns of the facts that sums are made of, beside what is summed. */
    static final String KEYS = "buyer_code, buyer_city, buyer_kind, category_code, day";

    /** The same of a record of the ledger that is called {@code fact}. */
    static final String KEYS_OF_FACT = Stream.of("buyer_code", "buyer_city", "buyer_kind", "category_code", "day")
            .map(name -> key(name) + " as " + name)
            .collect(Collectors.joining(", "));

    /** The columns of the kept sums, in the order in which every query here has them. */
    static final List<String> NAMES = List.of(
            "lines",
            "lines_changsha",
            "lines_zhuzhou",
            "lines_xiangtan",
            "lines_unknown",
            "illustrative",
            "fen",
            "fen_changsha",
            "fen_zhuzhou",
            "fen_xiangtan",
            "fen_unknown",
            "fen_content",
            "fen_undeclared",
            "fen_recognised");

    static final String COLUMNS = String.join(", ", NAMES);

    static final String SUMS = each(", ", name -> "cast(sum(" + name + ") as bigint) as " + name);

    /** The columns of a {@link #fact} that is counted once, or taken off once where its sign is negative. */
    static final String OF_FACT = String.join(
            ", ",
            "sign as lines",
            only("4301", "sign") + " as lines_changsha",
            only("4302", "sign") + " as lines_zhuzhou",
            only("4303", "sign") + " as lines_xiangtan",
            when("place is null", "sign") + " as lines_unknown",
            when("illustrative", "sign") + " as illustrative",
            "sign * fen as fen",
            only("4301", "sign * fen") + " as fen_changsha",
            only("4302", "sign * fen") + " as fen_zhuzhou",
            only("4303", "sign * fen") + " as fen_xiangtan",
            when("place is null", "sign * fen") + " as fen_unknown",
            "sign * content as fen_content",
            when("undeclared", "sign * fen") + " as fen_undeclared",
            when("recognised", "sign * fen") + " as fen_recognised");

    /** The columns of what changes nothing but the amount of recognised products, which is {@code moved}. */
    static final String OF_RECOGNISED =
            each(", ", name -> (name.equals("fen_recognised") ? "moved" : "cast(0 as bigint)") + " as " + name);

    /** The amount of a record, as {@code fact}. */
    static final String FEN = "cast(fact.amount * 100 as bigint)";

    private Measures() {}

    /**
     * The columns of a record of the ledger that is called {@code fact}.
     *
     * @param sign SQL: 1 to count it, -1 to take it off
     * @param knownAt SQL: since when that is known
     * @param listed SQL: the days on which its product is recognised
     */
    static String fact(String sign, String knownAt, String listed) {
        return """
            %s, %s as known_at, cast(%s as bigint) as sign, substr(fact.production_region, 1, 4) as place,
            %s as fen,
            coalesce(cast(round(fact.amount * fact.declared_local_content_pct / 100, 2) * 100 as bigint), 0) as content,
            fact.declared_local_content_pct is null as undeclared, fact.provenance = 'ILLUSTRATIVE' as illustrative,
            coalesce(%s @> fact.purchased_on, false) as recognised
            """.formatted(KEYS_OF_FACT, knownAt, sign, FEN, listed);
    }

    /** One of the {@link #KEYS} of a record that is called {@code fact}; what belongs nowhere is {@code -}. */
    static String key(String column) {
        return switch (column) {
            case "day" -> "fact.purchased_on";
            case "buyer_kind", "category_code" -> "coalesce(fact." + column + ", '-')";
            default -> "fact." + column;
        };
    }

    static String each(String separator, UnaryOperator<String> sql) {
        return NAMES.stream().map(sql).collect(Collectors.joining(separator));
    }

    private static String only(String place, String value) {
        return when("place = '" + place + "'", value);
    }

    private static String when(String condition, String value) {
        return "case when " + condition + " then " + value + " else 0 end";
    }
}
