package org.xiangpei.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** What narrows facts, and the kept sums of them, to a scope, as SQL. */
final class ScopeSql {

    private record Condition(String column, String sql) {}

    private final List<Condition> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    ScopeSql(Scope scope) {
        var city = scope.buyerCity();
        boolean outside = PurchaseFigures.OUTSIDE_CHAIN.equals(scope.chain());
        narrow("buyer_code", "= :%s", "buyer", scope.buyer());
        narrow("buyer_city", "= :%s", "city", city == null ? null : city.code());
        narrow("buyer_kind", "= :%s", "kind", scope.kindKey());
        narrow("category_code", "= :%s", "category", scope.category());
        narrow("category_code", "= :%s", "outside", outside ? PurchaseFigures.OUTSIDE : null);
        narrow(
                "category_code",
                "in (select code from category where chain = :%s)",
                "chain",
                outside ? null : scope.chain());
    }

    /** Conditions on records that are called {@code fact}, each after an {@code and}. */
    String ofFacts() {
        return written(Measures::key);
    }

    /** The same of sums that are called {@code kept}. */
    String ofSums() {
        return written(column -> "kept." + column);
    }

    /** What is to be bound. */
    Map<String, Object> parameters() {
        return parameters;
    }

    private String written(UnaryOperator<String> name) {
        return conditions.stream()
                .map(it -> " and " + name.apply(it.column()) + " " + it.sql())
                .collect(Collectors.joining());
    }

    private void narrow(String column, String condition, String parameter, @Nullable String value) {
        if (value != null) {
            conditions.add(new Condition(column, condition.formatted(parameter)));
            parameters.put(parameter, value);
        }
    }
}
