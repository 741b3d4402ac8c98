package org.xiangpei.requirement;

import org.xiangpei.shared.Coded;

/** How a criterion tests a product (条款比较方式), as in design section 4. The last five carry no property. */
public enum Operator implements Coded {
    AT_LEAST(true),
    AT_MOST(true),
    BETWEEN(true),
    EQUALS(true),
    ONE_OF(true),
    IS(true),
    CONFORMS_TO(false),
    HOLDS(false),
    DELIVERS_WITHIN(false),
    SUPPLIES(false),
    PRICE_AT_MOST(false);

    private final boolean needsProperty;

    Operator(boolean needsProperty) {
        this.needsProperty = needsProperty;
    }

    /** Whether the criterion names a property of the category; the others test fields, standards and certificates. */
    public boolean needsProperty() {
        return needsProperty;
    }
}
