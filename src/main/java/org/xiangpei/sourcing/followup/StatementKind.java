package org.xiangpei.sourcing.followup;

import org.xiangpei.shared.Coded;

/** What a buyer states about an award. */
public enum StatementKind implements Coded {
    /** What has arrived, or that it has not (到货). As often as something arrives. */
    DELIVERY,

    /** Whether the quality was accepted (验收). Once. */
    ACCEPTANCE,

    /** How the buyer rates the supplier for this award (评价). Once. */
    RATING
}
