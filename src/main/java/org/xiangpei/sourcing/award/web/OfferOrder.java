package org.xiangpei.sourcing.award.web;

import java.util.Comparator;

import org.xiangpei.shared.Coded;
import org.xiangpei.sourcing.award.Scored;

/** In which order the offers for a line stand. */
enum OfferOrder implements Coded {
    RANK(Comparator.comparing(Scored::rank)),
    UNIT_PRICE(Comparator.comparing(it -> it.cost().unitPrice())),
    LANDED(Comparator.comparing(it -> it.cost().landed())),
    DELIVERY(Comparator.comparing(it -> it.offer().offered().leadDays())),
    SUPPLIER(Comparator.comparing(Scored::supplier));

    @SuppressWarnings("ImmutableEnumChecker") // made of what never changes
    private final Comparator<Scored> order;

    OfferOrder(Comparator<Scored> order) {
        this.order = order;
    }

    /** Whatever the order, what is equal in it stands by its rank and name. */
    Comparator<Scored> comparator() {
        return order.thenComparing(Scored::rank).thenComparing(Scored::supplier);
    }
}
