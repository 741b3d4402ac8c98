package org.xiangpei.insight.overview;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.City;

/**
 * What the award-value rate of a year is to reach (目标值), as a bureau set it: a fact, another one takes its place.
 *
 * @param city whose buyers' rate; empty is the region's
 * @param percent of 100; null where the target was taken back
 */
public record Target(
        Optional<City> city, int year, @Nullable BigDecimal percent, String reason, String setBy, Instant recordedAt) {}
