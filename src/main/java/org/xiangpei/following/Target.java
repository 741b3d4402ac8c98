package org.xiangpei.following;

import org.xiangpei.shared.Coded;

/**
 * Something of the catalogue that can be followed.
 *
 * @param code of the product or firm
 */
public record Target(Kind kind, String code) {

    /** What can be followed. */
    public enum Kind implements Coded {
        PRODUCT("/products/"),
        FIRM("/firms/");

        private final String path;

        Kind(String path) {
            this.path = path;
        }
    }

    /** Its page. */
    public String path() {
        return kind.path + code;
    }
}
