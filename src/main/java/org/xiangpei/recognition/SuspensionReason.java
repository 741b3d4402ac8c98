package org.xiangpei.recognition;

import org.xiangpei.shared.Coded;

/** Why a recognition is suspended (暂停理由). */
public enum SuspensionReason implements Coded {
    CERTIFICATE,
    SAMPLING,
    COMPLAINT,
    CHANGED,
    OTHER
}
