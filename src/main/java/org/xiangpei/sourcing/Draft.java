package org.xiangpei.sourcing;

import java.util.List;

/**
 * An inquiry as its buyer begins it.
 *
 * @param formToken made with the form: the same form sent twice makes one inquiry
 * @param requirement code of the own requirement whose lines are asked for
 * @param lines their numbers there
 */
public record Draft(String formToken, Terms terms, String requirement, List<Integer> lines, List<Invitee> invitees) {

    public Draft {
        lines = lines.stream().distinct().sorted().toList();
        invitees = List.copyOf(invitees);
    }
}
