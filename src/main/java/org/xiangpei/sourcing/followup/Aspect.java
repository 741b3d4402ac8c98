package org.xiangpei.sourcing.followup;

import org.xiangpei.shared.Coded;

/** What of a supplier is rated, each by itself. */
public enum Aspect implements Coded {
    /** 质量. */
    QUALITY,

    /** 交货. */
    DELIVERY,

    /** 服务与配合. */
    SERVICE
}
