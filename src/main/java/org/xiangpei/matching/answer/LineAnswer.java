package org.xiangpei.matching.answer;

import java.time.LocalDate;
import java.util.Optional;

import org.xiangpei.matching.LineMatch;
import org.xiangpei.requirement.KeptLine;
import org.xiangpei.requirement.RequirementLine;

/**
 * A line with its answer of now.
 *
 * @param match empty where the line cannot be matched
 * @param problem why not
 */
public record LineAnswer(
        KeptLine.Content content,
        RequirementLine line,
        int number,
        LocalDate asOf,
        Optional<LineMatch> match,
        Optional<String> problem) {}
