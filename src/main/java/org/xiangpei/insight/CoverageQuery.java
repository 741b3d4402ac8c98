package org.xiangpei.insight;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.xiangpei.ledger.Asked;
import org.xiangpei.ledger.Cells;
import org.xiangpei.ledger.Cut;
import org.xiangpei.ledger.Dimension;
import org.xiangpei.ledger.Period;

/**
 * One statement for all questions about the posted lines of a cut, which reads each line once: the days at which a period begins, or after which one
 * ends, cut the time into slices, and a period is some of them. Its rows are {@link Cells}.
 */
final class CoverageQuery {

    /** What is counted: all lines, qualified ones, open ones, sample data. */
    static final int COUNTS = 4;

    private static final String COUNTED = """
        count(*) as lines, count(*) filter (where coverage = 'QUALIFIED') as qualified,
        count(*) filter (where coverage = 'POSSIBLE' or coverage is null) as open,
        count(*) filter (where provenance = 'ILLUSTRATIVE') as illustrative
        """;

    private static final String SUMS = Stream.of("lines", "qualified", "open", "illustrative")
            .map("cast(sum(%1$s) as bigint) as %1$s"::formatted)
            .collect(Collectors.joining(", "));

    private final Cut cut;
    private final List<Asked> questions;
    private final @Nullable Dimension key;
    private final List<LocalDate> bounds;
    private final Map<String, Object> parameters = new HashMap<>();

    CoverageQuery(Cut cut, List<Asked> questions) {
        this.cut = cut;
        this.questions = questions;
        this.key = Asked.key(questions);
        this.bounds = questions.stream()
                .map(Asked::period)
                .flatMap(it -> Stream.of(it.from(), it.to().plusDays(1)))
                .distinct()
                .sorted()
                .toList();
    }

    /** Which rows are of a period. The slice n is what lies between the n-th of the bounds and the next. */
    Cells.Part partOf(Period period) {
        int first = bounds.indexOf(period.from()) + 1;
        int next = bounds.indexOf(period.to().plusDays(1)) + 1;
        return (slice, month) -> slice >= first && slice < next ? 1 : 0;
    }

    /**
     * @param facts queries for lines, each of which is in one of them, with the columns of {@link CoverageFigures}; they may name :asOf, :knownBefore,
     *     :from and :to
     */
    String sql(List<String> facts) {
        put("asOf", cut.asOf());
        if (facts.stream().anyMatch(it -> it.contains(":knownBefore"))) {
            put("knownBefore", cut.knownBefore());
        }
        put("from", bounds.getFirst());
        put("to", bounds.getLast().minusDays(1));
        return "with counted as (%s) %s"
                .formatted(facts.stream().map(this::counted).collect(Collectors.joining(" union all ")), named());
    }

    /** The cells of some of the lines; each adds to those of the others. */
    private String counted(String facts) {
        return """
            select %s as slice, %s as month, buyer_city, %s as raw_key, %s as raw_name, %s from (%s) fact where true %s group by 1, 2, 3, 4, 5
            """.formatted(
                        slice(),
                        Cells.month(questions),
                        Cells.rawKey(key),
                        key == Dimension.BUYER ? "buyer_name" : "cast('' as text)",
                        COUNTED,
                        facts,
                        scope());
    }

    /** Of one period all lines are of the first slice. */
    private String slice() {
        if (bounds.size() == 2) {
            return "1";
        }
        for (int i = 0; i < bounds.size(); i++) {
            put("bound" + i, bounds.get(i));
        }
        return IntStream.range(0, bounds.size())
                .mapToObj(i -> "cast(:bound" + i + " as date)")
                .collect(Collectors.joining(", ", "width_bucket(day, array[", "])"));
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    private String named() {
        if (key == Dimension.CHAIN) {
            return "select slice, month, buyer_city, category.chain, '', " + SUMS
                    + " from counted join category on category.code = raw_key group by 1, 2, 3, 4";
        }
        if (key == Dimension.CATEGORY) {
            return "select slice, month, buyer_city, raw_key, category.name, lines, qualified, open, illustrative"
                    + " from counted join category on category.code = raw_key";
        }
        return "select slice, month, buyer_city, raw_key, raw_name, lines, qualified, open, illustrative from counted";
    }

    private String scope() {
        var scope = cut.scope();
        var city = scope.buyerCity();
        var kind = scope.buyerKind();
        return narrowed("buyer", "buyer_code = :buyer", scope.buyer())
                + narrowed("city", "buyer_city = :city", city == null ? null : city.code())
                + narrowed("kind", "buyer_kind = :kind", kind == null ? null : kind.key())
                + narrowed("category", "category_code = :category", scope.category())
                + narrowed("chain", "category_code in (select code from category where chain = :chain)", scope.chain());
    }

    private String narrowed(String name, String condition, @Nullable String value) {
        if (value == null) {
            return "";
        }
        put(name, value);
        return " and " + condition;
    }

    private void put(String name, Object value) {
        parameters.put(name, value);
    }
}
