package org.xiangpei.insight.map;

import org.xiangpei.catalog.Park;

/** A park with what its firms have in the catalogue on the day. */
public record ParkSupply(String code, Park.Details park, long firms, long products) {}
