package org.xiangpei.recognition;

import org.xiangpei.shared.Coded;

/** How a revocation ended. */
public enum RevocationOutcome implements Coded {
    REVOKED,
    KEPT
}
