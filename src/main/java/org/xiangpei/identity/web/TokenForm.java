package org.xiangpei.identity.web;

import java.util.Set;

/**
 * A new access token as it was asked for.
 *
 * @param scopes codes of actions
 * @param days of life, as it was sent
 */
record TokenForm(String name, Set<String> scopes, String days) {

    static final TokenForm EMPTY = new TokenForm("", Set.of(), "90");
}
