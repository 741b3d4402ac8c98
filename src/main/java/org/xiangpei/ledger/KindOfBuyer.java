package org.xiangpei.ledger;

import java.util.Arrays;
import java.util.Optional;

import org.xiangpei.shared.BuyerKind;
import org.xiangpei.shared.Coded;

/** Whose facts a figure is about, by the kind of buyer (采购单位类型): a {@link BuyerKind}, or what no record says, so that the kinds together are all. */
public enum KindOfBuyer implements Coded {
    MANUFACTURER(BuyerKind.MANUFACTURER.name()),
    PUBLIC_BODY(BuyerKind.PUBLIC_BODY.name()),
    UNKNOWN("-");

    private final String key;

    KindOfBuyer(String key) {
        this.key = key;
    }

    /** What stands for it in sums. */
    public String key() {
        return key;
    }

    static KindOfBuyer ofKey(String key) {
        return Arrays.stream(values())
                .filter(it -> it.key.equals(key))
                .findFirst()
                .orElseThrow();
    }

    public static Optional<KindOfBuyer> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }
}
