package org.xiangpei.requirement;

import org.xiangpei.shared.Coded;

/** How a criterion tests a product (条款比较方式), as in design section 4. The last five carry no property. */
public enum Operator implements Coded {
    AT_LEAST,
    AT_MOST,
    BETWEEN,
    EQUALS,
    ONE_OF,
    IS,
    CONFORMS_TO,
    HOLDS,
    DELIVERS_WITHIN,
    SUPPLIES,
    PRICE_AT_MOST;

    /** Whether the criterion names a property of the category; the others test fields, standards and certificates. */
    public boolean needsProperty() {
        return ordinal() <= IS.ordinal();
    }
}
