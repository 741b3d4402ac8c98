package org.xiangpei.requirement;

import java.util.Optional;

/**
 * A line as an edition changed it.
 *
 * @param before as the edition before had it; empty for one that was added
 */
public record ChangedLine(Optional<EditionLine> before, EditionLine after) {}
