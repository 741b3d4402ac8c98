package org.xiangpei.requirement.intake;

/** What a number bounds. */
enum Bound {
    /** Nothing is said: the property says what more of it is worth. */
    NOT_SAID,
    AT_LEAST,
    AT_MOST,
    EQUALS,
    ABOUT
}
