package org.xiangpei.ledger;

import org.xiangpei.shared.Labels;

/** What the columns of a ledger are called on pages and in messages. */
public final class PurchaseWords {

    private PurchaseWords() {}

    public static String column(String name) {
        return Labels.of("purchaseColumn", name);
    }
}
