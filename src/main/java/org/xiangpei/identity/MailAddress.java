package org.xiangpei.identity;

import java.util.regex.Pattern;

import org.xiangpei.shared.RuleViolation;

/** What we take for an address of mail: a subset of RFC 5321 that leaves no room for a second recipient or a header. */
public final class MailAddress {

    private static final int LONGEST = 200;
    private static final Pattern ADDRESS = Pattern.compile(
            "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+");

    private MailAddress() {}

    public static boolean isValid(String address) {
        return address.length() <= LONGEST && ADDRESS.matcher(address).matches();
    }

    /** @throws RuleViolation {@code bad-mail-address} */
    static String checked(String address) {
        String stripped = address.strip();
        if (!isValid(stripped)) {
            throw new RuleViolation("bad-mail-address", "邮箱地址不对，应像 name@example.com，不超过 " + LONGEST + " 个字符。");
        }
        return stripped;
    }
}
