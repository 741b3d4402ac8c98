package org.xiangpei.requirement.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** A line while its text is read. */
final class Item {

    private final String name;
    private final Span span;
    private final @Nullable String category;
    private final boolean ofTable;
    private final List<Span> clauses = new ArrayList<>();
    private @Nullable BigDecimal quantity;
    private @Nullable String unit;

    Item(String name, Span span, @Nullable String category, boolean ofTable) {
        this.name = name;
        this.span = span;
        this.category = category;
        this.ofTable = ofTable;
    }

    /** Another line of the same name, with what the name itself says. */
    Item again(Span at) {
        var other = new Item(name, at, category, ofTable);
        clauses.stream().limit(1).forEach(other::addClauses);
        return other;
    }

    void counted(BigDecimal amount, String in) {
        quantity = amount;
        unit = in;
    }

    /** Words that may say something about this item. */
    void addClauses(Span words) {
        clauses.add(words);
    }

    String name() {
        return name;
    }

    Span span() {
        return span;
    }

    @Nullable
    String category() {
        return category;
    }

    boolean ofTable() {
        return ofTable;
    }

    List<Span> clauses() {
        return clauses;
    }

    @Nullable
    BigDecimal quantity() {
        return quantity;
    }

    @Nullable
    String unit() {
        return unit;
    }
}
