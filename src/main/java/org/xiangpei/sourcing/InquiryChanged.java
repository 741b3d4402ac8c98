package org.xiangpei.sourcing;

/**
 * Something was done with an inquiry; fired inside the transaction that does it.
 *
 * @param code of the inquiry
 */
public record InquiryChanged(String code, What what) {

    /** What was done. */
    public enum What {
        PUBLISHED,

        /** Somebody more was invited after publishing, or an invitation was withdrawn. */
        INVITED,
        EXTENDED,
        CANCELLED,
        OPENED,
        DECIDED
    }
}
