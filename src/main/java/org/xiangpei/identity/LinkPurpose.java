package org.xiangpei.identity;

import java.time.Duration;

/** What a one-time link lets its holder do, and for how long. */
public enum LinkPurpose {
    /** Join an organisation (邀请). Long enough for a week of travel. */
    INVITE(Duration.ofDays(7)),

    /** Choose a new password (重置密码). Handed over while both speak, so it need not last. */
    RESET_PASSWORD(Duration.ofHours(1)),

    /** Show that an address of mail is the person's (确认邮箱). */
    CONFIRM_EMAIL(Duration.ofDays(1));

    private final Duration life;

    LinkPurpose(Duration life) {
        this.life = life;
    }

    Duration life() {
        return life;
    }
}
