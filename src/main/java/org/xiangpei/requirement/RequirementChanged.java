package org.xiangpei.requirement;

/**
 * Something was done with a requirement; fired inside the transaction that does it.
 *
 * @param code of the requirement
 */
public record RequirementChanged(String code, What what) {

    /** What was done. */
    public enum What {
        DRAFTED,
        CHANGED,
        PUBLISHED,
        WITHDRAWN,
        CLOSED
    }
}
