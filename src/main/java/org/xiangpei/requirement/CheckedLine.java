package org.xiangpei.requirement;

import java.util.List;

/** A line that was found to make sense; clauses stand in the order of its criteria. */
public record CheckedLine(RequirementLine line, List<Clause> clauses) {}
