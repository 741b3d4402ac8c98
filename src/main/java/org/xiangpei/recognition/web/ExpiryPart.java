package org.xiangpei.recognition.web;

import org.xiangpei.shared.Coded;

/** The parts of the page of what has to be looked after (到期和复核). */
enum ExpiryPart implements Coded {
    PRODUCTS,
    CERTIFICATES,
    REVIEWS,
    REVOCATIONS
}
