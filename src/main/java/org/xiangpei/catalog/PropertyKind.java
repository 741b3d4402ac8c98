package org.xiangpei.catalog;

import org.xiangpei.shared.Coded;

/** What a property's values are: ranges with a unit, one of a list, free text, or yes and no. */
public enum PropertyKind implements Coded {
    QUANTITY,
    ENUM,
    TEXT,
    FLAG
}
