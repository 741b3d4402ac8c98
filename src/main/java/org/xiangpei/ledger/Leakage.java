package org.xiangpei.ledger;

import org.xiangpei.shared.Money;

/** What was bought elsewhere although the catalogue had something of its kind (外流): how many purchases, and their amount. */
public record Leakage(long records, Money amount) {}
