package org.xiangpei.identity.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One person of an organisation.
 *
 * @param list the address of all of them
 * @param self the one who looks at it, who can neither be removed nor be given a link here
 * @param fault why the last change was refused
 * @param made a link that has just been made
 */
record PersonView(
        long id,
        String name,
        String organization,
        String list,
        List<AccountView.Fact> facts,
        List<RoleChoice> roles,
        boolean waiting,
        boolean self,
        @Nullable String fault,
        @Nullable MadeLink made) {}
