package org.xiangpei.sourcing.award;

import org.xiangpei.shared.Coded;

/** What became of a plan that somebody proposed. */
public enum ProposalState implements Coded {
    /** Another officer is to approve it (待批准). */
    PROPOSED,

    /** It was decided so (已定标). */
    DECIDED,

    /** Another officer sent it back with a reason (已退回). */
    SENT_BACK,

    /** Who proposed it took it back (已收回). */
    TAKEN_BACK
}
