package org.xiangpei.identity;

import org.xiangpei.shared.Coded;

/** How far a permission reaches (范围), the narrowest first. */
public enum Reach implements Coded {
    /** What belongs to the own organisation (本单位). */
    OWN,

    /** What belongs to the own city (本市). */
    CITY,

    /** Everything (全部). */
    ALL
}
