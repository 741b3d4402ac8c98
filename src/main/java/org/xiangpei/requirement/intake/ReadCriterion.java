package org.xiangpei.requirement.intake;

import org.xiangpei.requirement.Criterion;

/** A criterion that matching can judge, and where the buyer said it. */
public record ReadCriterion(Criterion criterion, Source source) {}
