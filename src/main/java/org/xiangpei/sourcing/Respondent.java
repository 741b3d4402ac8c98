package org.xiangpei.sourcing;

import java.util.Optional;

/**
 * Who answers for one invitation.
 *
 * @param invitation its id
 * @param inquiry code of the inquiry
 * @param firm code in the catalogue of the firm that was invited
 * @param name of the supplier
 * @param login of the person, {@code guest:} and the id of the invitation for who has no account
 * @param personName who acts
 */
public record Respondent(
        long invitation, String inquiry, Optional<String> firm, String name, String login, String personName) {

    static final String GUEST = "guest:";

    /** Whether it is somebody with a link, without an account. */
    public boolean isGuest() {
        return login.startsWith(GUEST);
    }
}
