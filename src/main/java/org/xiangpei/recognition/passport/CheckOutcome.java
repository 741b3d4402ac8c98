package org.xiangpei.recognition.passport;

import org.xiangpei.shared.Coded;

/** What checking the text of a passport says, without asking anybody. */
public enum CheckOutcome implements Coded {
    GENUINE,
    ALTERED,
    UNKNOWN_KEY,
    NO_PASSPORT
}
