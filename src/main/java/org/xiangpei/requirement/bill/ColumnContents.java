package org.xiangpei.requirement.bill;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.xiangpei.requirement.intake.RowReader;
import org.xiangpei.requirement.intake.TradeWords;
import org.xiangpei.shared.tabular.BadCell;
import org.xiangpei.shared.tabular.Cells;
import org.xiangpei.shared.units.Units;

/** What the values of a column look like, as shares of those that are not empty. */
final class ColumnContents {

    private static final Pattern PERIOD = Pattern.compile("\\d{1,3}\\s*(?:个)?(?:天|日|日历天|工作日|周|月)(?:内|以内)?");
    private static final Pattern DATE = Pattern.compile("\\d{4}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?");
    private static final Pattern MODEL = Pattern.compile("(?=.*\\d)[A-Za-zΦφØ][A-Za-z0-9ΦφØ./×xX*+\\-()（） ]{2,40}");
    private static final Pattern CODE = Pattern.compile("[A-Z]{0,4}[-.]?\\d[\\d.-]{4,20}");
    private static final Pattern CLAUSE = Pattern.compile("[≥≤＞＜><±]|不低于|不小于|不少于|不超过|不大于|以上|以下|符合|具有|[:：]");
    private static final Pattern MEASURED = Pattern.compile("[\\u3400-\\u9fff]\\s*\\d+(?:\\.\\d+)?\\s*[A-Za-zΩμ°℃%]");
    private static final Pattern ROUND = Pattern.compile("\\d+00(?:\\.0+)?");
    private static final Pattern HAN = Pattern.compile("[\\u3400-\\u9fff]{2}");

    private final List<String> values;
    private final TradeWords words;

    ColumnContents(List<String> values, TradeWords words) {
        this.values = values.stream().filter(value -> !value.isBlank()).toList();
        this.words = words;
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    List<String> values() {
        return values;
    }

    double numbers() {
        return share(value -> number(value) != null);
    }

    /** Numbers, also with a unit in the same cell. */
    double amounts() {
        return share(value -> value.length() <= 16 && RowReader.count(value, "").isPresent());
    }

    double amountsWithUnit() {
        return share(value -> value.length() <= 16
                && RowReader.count(value, "")
                        .filter(it -> Units.counts().contains(it.unit()))
                        .isPresent());
    }

    double units() {
        return share(value -> value.length() <= 4 && number(value) == null && Units.known(value));
    }

    double categories() {
        return share(value -> value.length() <= 60 && words.categoryOf(value).isPresent());
    }

    double models() {
        return share(value -> MODEL.matcher(value).matches());
    }

    double periods() {
        return share(value -> PERIOD.matcher(value).matches());
    }

    double dates() {
        return share(value -> DATE.matcher(value).matches());
    }

    double clauses() {
        return share(
                value -> CLAUSE.matcher(value).find() || MEASURED.matcher(value).find());
    }

    double texts() {
        return share(value -> HAN.matcher(value).find());
    }

    /** Round numbers are money. */
    double codes() {
        return share(
                value -> CODE.matcher(value).matches() && !ROUND.matcher(value).matches());
    }

    double distinct() {
        return values.isEmpty() ? 0 : new HashSet<>(values).size() / (double) values.size();
    }

    double averageLength() {
        return values.stream().mapToInt(String::length).average().orElse(0);
    }

    /** 1, 2, 3 … as rows are counted. */
    boolean counts() {
        BigDecimal before = null;
        int steps = 0;
        int ascents = 0;
        for (String value : values) {
            BigDecimal number = number(value);
            if (number != null && before != null) {
                steps++;
                ascents += number.subtract(before).compareTo(BigDecimal.ONE) == 0 ? 1 : 0;
            }
            before = number == null ? before : number;
        }
        return steps > 0 && ascents * 10 >= steps * 8 && numbers() >= 0.8;
    }

    static @Nullable BigDecimal number(String value) {
        try {
            return Cells.decimal(value);
        } catch (BadCell e) {
            return null;
        }
    }

    private double share(Predicate<String> test) {
        return values.isEmpty() ? 0 : values.stream().filter(test).count() / (double) values.size();
    }
}
