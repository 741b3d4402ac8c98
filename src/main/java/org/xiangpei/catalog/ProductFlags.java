package org.xiangpei.catalog;

import java.time.LocalDate;
import java.util.List;

/** What a reader of a product must know besides its validity. Every bean of this type is asked. */
public interface ProductFlags {

    /** Nothing for a product of which there is nothing to say. */
    List<Flag> of(ProductProfile product, LocalDate day);

    /**
     * @param label in a word or two
     * @param tone of the badge
     * @param detail in a sentence
     */
    record Flag(String label, String tone, String detail) {}
}
