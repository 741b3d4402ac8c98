package org.xiangpei.sourcing;

import org.xiangpei.shared.Coded;

/** Where an inquiry is in its life: 草稿, 询价中, 已开启, 已定标, 已取消. */
public enum InquiryState implements Coded {
    /** Nobody but its organisation knows of it. */
    DRAFT,

    /** The invited may read it, and quote until the deadline. */
    OPEN,

    /** The quotations were opened. */
    OPENED,

    /** Every line has its end. */
    DECIDED,

    /** The buyer called it off. */
    CANCELLED
}
