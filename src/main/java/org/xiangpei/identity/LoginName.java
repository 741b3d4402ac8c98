package org.xiangpei.identity;

import java.util.regex.Pattern;

import org.xiangpei.shared.RuleViolation;

/** The rule for names that people choose to sign in with. */
final class LoginName {

    private static final Pattern RULE = Pattern.compile("[a-z0-9][a-z0-9._@-]{2,39}");

    private LoginName() {}

    /**
     * @return as it is kept
     * @throws RuleViolation {@code bad-login}
     */
    static String checked(String login) {
        String normal = Accounts.normal(login);
        if (!RULE.matcher(normal).matches()) {
            throw new RuleViolation("bad-login", "登录名用 3 到 40 个英文字母、数字或 . _ - @，以字母或数字开头。");
        }
        return normal;
    }
}
