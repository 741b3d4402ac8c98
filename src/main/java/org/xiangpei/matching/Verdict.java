package org.xiangpei.matching;

import org.xiangpei.shared.Coded;

/** What all clauses together say of a candidate: 合格, 待确认, 接近. */
public enum Verdict implements Coded {
    /** No mandatory clause fails, none is unknown. */
    QUALIFIED,
    /** No mandatory clause fails, at least one is unknown. */
    POSSIBLE,
    /** At least one mandatory clause fails. */
    NEAR_MISS
}
