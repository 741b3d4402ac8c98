package org.xiangpei.matching.answer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import org.xiangpei.matching.Answered;

/**
 * An answer to be kept.
 *
 * @param problem why the line cannot be matched; then there is no answer
 */
record Kept(Place place, LocalDate asOf, Optional<Answered> answer, Optional<String> problem, Instant at) {}
