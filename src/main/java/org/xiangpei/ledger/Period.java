package org.xiangpei.ledger;

import java.time.LocalDate;

import org.xiangpei.shared.RuleViolation;

/** Days from and to, both included. */
public record Period(LocalDate from, LocalDate to) {

    /** @throws RuleViolation {@code bad-request} when it ends before it begins */
    public Period {
        if (to.isBefore(from)) {
            throw new RuleViolation(
                    "bad-request",
                    "起始日 from=%s 晚于截止日 to=%s；应为 from 不晚于 to，例如 from=%s&to=%s".formatted(from, to, to, from));
        }
    }
}
