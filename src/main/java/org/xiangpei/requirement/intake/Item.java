package org.xiangpei.requirement.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** A line while its text is read. */
final class Item {

    private final String name;
    private final Span span;
    private final @Nullable String category;
    private final boolean ofTable;
    private final List<Span> clauses = new ArrayList<>();
    private final List<Span> deliveries = new ArrayList<>();
    private final Map<Span, String> parameters = new LinkedHashMap<>();
    private final List<Item> sharing = new ArrayList<>();
    private @Nullable String lot;
    private @Nullable String ordinal;
    private @Nullable Item alike;
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

    /** What is said of this one is said of another of the same name too. */
    void shares(Item other) {
        sharing.add(other);
    }

    void countedIn(String word) {
        unit = word;
    }

    /** Words that may say something about this item. */
    void addClauses(Span words) {
        clauses.add(words);
        sharing.forEach(it -> it.addClauses(words));
    }

    /** What a cell says under the heading of a parameter. */
    void addParameter(String heading, Span cell) {
        parameters.put(cell, heading);
    }

    /** Asks what another asks (其余要求同上), beside what it says itself. */
    void asksAs(Item other) {
        alike = other;
    }

    /** Words about when it is wanted, where that need not be said: 45天 in a column of delivery times. */
    void addDelivery(Span words) {
        deliveries.add(words);
        sharing.forEach(it -> it.addDelivery(words));
    }

    /** Belongs to a lot of the tender. */
    void letIn(@Nullable String ofTender) {
        lot = ofTender;
    }

    /** Has a number of its own in the list that it stands in. */
    void numbered(@Nullable String inList) {
        ordinal = inList;
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

    List<Span> deliveries() {
        return deliveries;
    }

    Map<Span, String> parameters() {
        return parameters;
    }

    @Nullable
    Item alike() {
        return alike;
    }

    /** Whether one of these is its lot or its number. */
    boolean isOneOf(List<String> called) {
        return (lot != null && called.contains(lot)) || (ordinal != null && called.contains(Lots.ITEM + ordinal));
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
