package org.xiangpei.insight.map;

import org.xiangpei.shared.Coded;

/** What the map shows of each district. */
public enum MapLayer implements Coded {
    /** Firms registered there that have a product in the catalogue on the day. */
    FIRMS,

    /** Products in the catalogue on the day, of firms registered there. */
    PRODUCTS,

    /** What buyers of the three cities paid for goods made there. */
    PURCHASES,
}
