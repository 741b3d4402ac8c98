package org.xiangpei.identity.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The people of an organisation.
 *
 * @param organizations the others that the operator can turn to; empty for everybody else
 * @param waiting who waits for the operator to help with the password, in any organisation
 * @param made a link that has just been made
 */
record MembersView(
        String organization,
        String name,
        String kind,
        List<Person> people,
        List<Invitation> invitations,
        List<RoleChoice> roles,
        InviteForm form,
        @Nullable MadeLink made,
        List<Choice> organizations,
        List<Waiting> waiting) {

    /**
     * @param lastSignIn 从未登录 where there was none
     * @param waiting asks for a new password
     * @param self the one who looks at it
     */
    record Person(
            long id,
            String name,
            String login,
            String roles,
            String since,
            String lastSignIn,
            boolean waiting,
            boolean self) {}

    record Invitation(long id, String name, @Nullable String email, String roles, String by, String until) {}

    record Choice(String code, String name, boolean chosen) {}

    record Waiting(long id, String name, String login, String organization, String since) {}

    /**
     * What was typed.
     *
     * @param roles codes
     * @param fault why it was refused
     */
    record InviteForm(
            String name,
            String email,
            List<String> roles,
            @Nullable String fault) {

        static final InviteForm EMPTY = new InviteForm("", "", List.of(), null);

        InviteForm with(String why) {
            return new InviteForm(name, email, roles, why);
        }
    }
}
