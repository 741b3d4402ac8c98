package org.xiangpei.matching;

import java.util.List;

import org.xiangpei.requirement.RequirementLine;

/** The answer for one line; candidates stand in their final order, groups first. */
public record LineMatch(RequirementLine line, Coverage coverage, List<Candidate> candidates) {}
