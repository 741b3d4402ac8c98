package org.xiangpei.ledger;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.Arrays;
import java.util.Optional;

import org.xiangpei.shared.City;
import org.xiangpei.shared.Labels;

/**
 * What figures can be grouped by (分组方式).
 *
 * <p>The SQL of a dimension speaks of the columns that every set of facts has: buyer_code, buyer_name, buyer_city, buyer_kind,
 * category_code, category_name, chain and day.
 */
public enum Dimension {
    BUYER("buyer", "buyer_code", "buyer_name"),
    BUYER_CITY("buyerCity", "buyer_city", "buyer_city"),
    CATEGORY("category", "category_code", "category_name"),
    CHAIN("chain", "chain", "chain"),
    BUYER_KIND("buyerKind", "coalesce(buyer_kind, '-')", "''"),
    MONTH("month", "to_char(day, 'YYYY-MM')", "''"),
    QUARTER("quarter", "to_char(day, 'YYYY\"Q\"Q')", "''"),
    YEAR("year", "to_char(day, 'YYYY')", "''");

    private final String code;
    private final String keySql;
    private final String nameSql;

    Dimension(String code, String keySql, String nameSql) {
        this.code = code;
        this.keySql = keySql;
        this.nameSql = nameSql;
    }

    /** The code of the HTTP contract, for example {@code buyerCity}. */
    public String code() {
        return code;
    }

    public static Optional<Dimension> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code.equals(code)).findFirst();
    }

    /** The SQL expression of a group's key, and of its name as recorded. */
    public String keySql() {
        return keySql;
    }

    public String nameSql() {
        return nameSql;
    }

    /** Whether the groups follow one another in time, so that they stand in the order of their keys. */
    public boolean isTime() {
        return this == MONTH || this == QUARTER || this == YEAR;
    }

    /** Whether facts must be told apart for it: their months and the city of their buyer always are. */
    boolean isKey() {
        return !isTime() && this != BUYER_CITY;
    }

    /** The key of the group of a month. */
    String keyOf(LocalDate month) {
        return switch (this) {
            case MONTH -> YearMonth.from(month).toString();
            case QUARTER -> month.getYear() + "Q" + month.get(IsoFields.QUARTER_OF_YEAR);
            case YEAR -> Integer.toString(month.getYear());
            default -> throw new IllegalArgumentException(this + " is not of time");
        };
    }

    /** The days of a group of time. */
    public Period daysOf(String key) {
        int year = Integer.parseInt(key.substring(0, 4));
        return switch (this) {
            case MONTH -> months(YearMonth.parse(key), 1);
            case QUARTER -> months(YearMonth.of(year, Integer.parseInt(key.substring(5)) * 3 - 2), 3);
            case YEAR -> months(YearMonth.of(year, 1), 12);
            default -> throw new IllegalArgumentException(this + " is not of time");
        };
    }

    private static Period months(YearMonth first, int many) {
        return new Period(first.atDay(1), first.plusMonths(many - 1).atEndOfMonth());
    }

    /**
     * What a group is called on pages.
     *
     * @param name the name as recorded, of a buyer or category
     */
    public String label(String key, String name) {
        return switch (this) {
            case BUYER, CATEGORY -> name;
            case CHAIN -> key;
            case BUYER_KIND -> Labels.of(KindOfBuyer.ofKey(key));
            case BUYER_CITY -> City.of(key).map(City::label).orElse(key);
            case YEAR -> key + "年";
            case QUARTER -> key.replace("Q", "年第") + "季度";
            case MONTH -> key.substring(0, 4) + "年" + Integer.parseInt(key.substring(5)) + "月";
        };
    }
}
