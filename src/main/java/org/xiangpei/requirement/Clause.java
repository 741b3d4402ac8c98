package org.xiangpei.requirement;

/**
 * A criterion that was found to make sense.
 *
 * @param criterion as the buyer stated it
 * @param label the name of what is tested, for example 额定载重量
 */
public record Clause(Criterion criterion, Demand demand, String label) {}
