package org.xiangpei.requirement;

import org.xiangpei.shared.Coded;

/** Where a requirement is in its life: 草稿, 已发布, 已撤回, 已结束. */
public enum RequirementState implements Coded {
    /** Nobody but its organisation knows of it. */
    DRAFT,

    /** Firms may read it, and it is matched. */
    PUBLISHED,

    /** The buyer took it back: it counts no longer. */
    WITHDRAWN,

    /** It was met, or is not needed any more: what was asked for was asked for, and counts. */
    CLOSED;

    public boolean isOpen() {
        return this == PUBLISHED;
    }

    /** Whether its buyer can still change it. */
    public boolean isWritable() {
        return this == DRAFT || this == PUBLISHED;
    }
}
