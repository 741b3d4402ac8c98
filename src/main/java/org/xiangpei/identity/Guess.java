package org.xiangpei.identity;

import org.xiangpei.shared.Coded;

/** What can be guessed at. Counted apart: who knows a password must not clear the count of wrong codes by giving it. */
enum Guess implements Coded {
    PASSWORD("login ", "密码错误次数过多，请在 %s后再试。忘记密码可以申请重置。"),
    CODE("code ", "验证码错误次数过多，请在 %s后再试。手机不在身边，可以用恢复码。"),

    /** Of somebody without an account, for what a link leads to. */
    PASSPHRASE("passphrase ", "口令错误次数过多，请在 %s后再试。");

    private final String prefix;
    private final String advice;

    Guess(String prefix, String advice) {
        this.prefix = prefix;
        this.advice = advice;
    }

    /** Under which failures for a login are counted. The name is hashed: people type passwords where names belong. */
    String subject(String login) {
        return prefix + Secrets.hash(Accounts.normal(login));
    }

    String advice(String wait) {
        return advice.formatted(wait);
    }
}
