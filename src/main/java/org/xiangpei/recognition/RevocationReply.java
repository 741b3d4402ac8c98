package org.xiangpei.recognition;

import org.xiangpei.shared.Coded;

/** How a firm used its right to be heard (陈述申辩). */
public enum RevocationReply implements Coded {
    STATED,
    /** It has nothing to say: nobody has to wait for the end of the term. */
    WAIVED
}
