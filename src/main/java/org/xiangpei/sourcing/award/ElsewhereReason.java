package org.xiangpei.sourcing.award;

import org.xiangpei.shared.Coded;

/** Why something was bought beside the inquiry, or without one (另行采购的原因): what the gaps of supply are told by. */
public enum ElsewhereReason implements Coded {
    /** Nobody found or invited had a product that fits. */
    NO_PRODUCT,
    PRICE,
    DELIVERY,
    QUALITY,
    /** Who has the product could not make as much of it. */
    CAPACITY
}
