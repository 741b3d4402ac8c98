package org.xiangpei.matching;

import java.time.LocalDate;
import java.util.List;

import org.xiangpei.shared.FieldError;
import org.xiangpei.shared.RuleViolation;

/**
 * How lines are matched.
 *
 * @param asOf only products listed and valid on it are candidates
 * @param limit most candidates a line, 1 to 500
 * @param nearMisses whether products that fail a mandatory clause are shown
 */
public record MatchOptions(LocalDate asOf, int limit, boolean nearMisses) {

    public static final int MOST_CANDIDATES = 500;

    /** @throws RuleViolation {@code bad-requirement} when the limit is out of its bounds */
    public MatchOptions {
        if (limit < 1 || limit > MOST_CANDIDATES) {
            String detail = "limit 应在 1 到 %d 之间，现为 %d".formatted(MOST_CANDIDATES, limit);
            throw new RuleViolation("bad-requirement", detail, List.of(new FieldError("limit", detail)));
        }
    }
}
