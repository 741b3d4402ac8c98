package org.xiangpei.ledger.web;

import java.util.Objects;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.xiangpei.ledger.Place;
import org.xiangpei.ledger.PurchaseFilter;
import org.xiangpei.ledger.PurchaseFilter.State;
import org.xiangpei.shared.web.Choices;

/** Which purchases are asked for, as query strings say it. */
class PurchaseParameters {

    private static final int LONGEST_WORDS = 100;

    @RestQuery
    @Nullable
    String q;

    @RestQuery
    @Nullable
    String from;

    @RestQuery
    @Nullable
    String to;

    @RestQuery
    @Nullable
    String category;

    @RestQuery
    @Nullable
    String place;

    @RestQuery
    @Nullable
    String state;

    @RestQuery
    @Nullable
    String buyer;

    @RestQuery("import")
    @Nullable
    String importCode;

    PurchaseFilter toFilter() {
        return new PurchaseFilter(
                shortened(q),
                Choices.date("from", from).orElse(null),
                Choices.date("to", to).orElse(null),
                shortened(category),
                Choices.choice(Place.class, "place", place).orElse(null),
                Choices.choice(State.class, "state", state).orElse(State.IN_EFFECT),
                shortened(buyer),
                shortened(importCode));
    }

    private static String shortened(@Nullable String text) {
        String given = Objects.requireNonNullElse(text, "").strip();
        return given.length() > LONGEST_WORDS ? given.substring(0, LONGEST_WORDS) : given;
    }
}
