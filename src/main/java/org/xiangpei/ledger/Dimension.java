package org.xiangpei.ledger;

import java.util.Arrays;
import java.util.Optional;

import org.xiangpei.shared.City;

/**
 * What figures can be grouped by (分组方式).
 *
 * <p>The SQL of a dimension speaks of the columns that every set of facts has: buyer_code, buyer_name, buyer_city, category_code,
 * category_name, chain and day.
 */
public enum Dimension {
    BUYER("buyer", "buyer_code", "buyer_name"),
    BUYER_CITY("buyerCity", "buyer_city", "buyer_city"),
    CATEGORY("category", "category_code", "category_name"),
    CHAIN("chain", "chain", "chain"),
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

    /**
     * What a group is called on pages.
     *
     * @param name the name as recorded, of a buyer or category
     */
    public String label(String key, String name) {
        return switch (this) {
            case BUYER, CATEGORY -> name;
            case CHAIN -> key;
            case BUYER_CITY -> City.of(key).map(City::label).orElse(key);
            case YEAR -> key + "年";
            case QUARTER -> key.replace("Q", "年第") + "季度";
            case MONTH -> key.substring(0, 4) + "年" + Integer.parseInt(key.substring(5)) + "月";
        };
    }
}
