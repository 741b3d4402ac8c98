package org.xiangpei.ledger;

import org.xiangpei.shared.Money;

/**
 * What was paid for goods made in one region.
 *
 * @param region GB/T 2260 code as recorded: of a district, or of a city where no district was said
 */
public record RegionSum(String region, long records, Money amount) {}
