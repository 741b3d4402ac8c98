package org.xiangpei.sourcing.followup;

import org.xiangpei.shared.Coded;

/** What of an award waits for somebody. */
public enum Wait implements Coded {
    /** The buyer is to say what has arrived: the last day has come, or comes soon. */
    DELIVERY,

    /** The buyer is to say whether the quality was accepted. */
    ACCEPTANCE,

    /** The buyer is to rate. */
    RATING,

    /** The supplier does not agree with something that the buyer has stated. */
    DISPUTE,

    /** The supplier is to deliver: the last day comes soon, or has passed. */
    SHIPMENT,

    /** The supplier can answer what the buyer has stated. */
    ANSWER
}
