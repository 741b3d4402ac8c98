package org.xiangpei.requirement.web;

import jakarta.ws.rs.core.MultivaluedMap;

/** The version that a form was made from, which it carries in a hidden field. */
final class Seen {

    private Seen() {}

    /** A form without it is taken for an outdated one: nothing is overwritten then. */
    static int of(MultivaluedMap<String, String> sent) {
        String seen = sent.getFirst("seen");
        return seen != null && seen.matches("\\d{1,9}") ? Integer.parseInt(seen) : -1;
    }
}
