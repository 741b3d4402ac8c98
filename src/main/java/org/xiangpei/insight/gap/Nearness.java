package org.xiangpei.insight.gap;

import org.xiangpei.shared.Coded;

/** How near the region is to closing a gap, the nearest first. */
public enum Nearness implements Coded {
    /** For some line a product may do: something is not stated (问一问). */
    ASK,

    /** For some line a product would do after one change, or two (技改). */
    UPGRADE,

    /** Nobody is near: who could make it would have to be found elsewhere (招商). */
    NOBODY
}
