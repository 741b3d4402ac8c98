package org.xiangpei.recognition;

import org.xiangpei.shared.Coded;

/**
 * Something that the check list says of a statement.
 *
 * @param field the id of the field
 * @param label what people call the field
 * @param detail what is so, and what would be right
 */
public record Finding(Weight weight, String field, String label, String detail) {

    /** What that means for sending it. */
    public enum Weight implements Coded {
        /** Wrong: cannot be sent. */
        ERROR,

        /** Neither answered nor said to be unknown: cannot be sent. */
        MISSING,

        /** Outside of what makes sense; can be sent by who has looked. */
        WARNING,

        /** Not stated; can be sent, and is a question that buyers will have. */
        UNKNOWN
    }

    public boolean isInTheWay() {
        return weight == Weight.ERROR || weight == Weight.MISSING;
    }
}
