package org.xiangpei.shared;

import org.jspecify.annotations.Nullable;

/** Who buys (采购单位), as the fact was recorded; always of one of the three cities. */
public record Buyer(String code, String name, @Nullable BuyerKind kind, City city) {}
