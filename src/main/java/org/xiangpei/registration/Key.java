package org.xiangpei.registration;

import java.util.Locale;

import org.xiangpei.shared.RuleViolation;

/** By what those who registered find their registration: the receipt, which nobody else knows, and their code. */
public record Key(String receipt, String uscc) {

    public Key {
        receipt = receipt.strip().toUpperCase(Locale.ROOT);
        uscc = uscc.strip().toUpperCase(Locale.ROOT);
    }

    static RuleViolation wrong() {
        return new RuleViolation("registration-not-found", "没有找到这份登记。请核对受理编号和统一社会信用代码，两者要属于同一份登记。");
    }
}
