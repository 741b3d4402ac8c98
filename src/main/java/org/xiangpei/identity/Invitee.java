package org.xiangpei.identity;

import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.RuleViolation;

/**
 * Somebody who is to join an organisation.
 *
 * @param email to be reached by; null where it is not known
 */
public record Invitee(String name, @Nullable String email, Set<Role> roles) {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+\\.[^@\\s\\p{Cntrl}]+");
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_EMAIL = 200;

    /** @throws RuleViolation {@code bad-invitation} for no name, one that is too long, or what is no e-mail address */
    public Invitee {
        name = name.strip();
        email = email == null || email.isBlank() ? null : email.strip();
        roles = Set.copyOf(roles);
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new RuleViolation("bad-invitation", "请填写同事的姓名（不超过 " + LONGEST_NAME + " 个字）。");
        }
        if (email != null
                && (email.length() > LONGEST_EMAIL || !EMAIL.matcher(email).matches())) {
            throw new RuleViolation("bad-invitation", "邮箱地址不对，应像 name@example.com；不知道可以不填。");
        }
    }
}
