package org.xiangpei.matching;

import java.time.LocalDate;
import java.util.List;

import org.xiangpei.requirement.RequirementLine;

/**
 * Lines to match against the catalogue as listed on a day.
 *
 * @param limit most candidates a line, up to 500
 * @param nearMisses whether products that fail a mandatory clause are shown
 */
public record MatchRequest(List<RequirementLine> lines, LocalDate asOf, int limit, boolean nearMisses) {}
