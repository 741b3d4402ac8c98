package org.xiangpei.matching.answer;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import org.xiangpei.requirement.KeptLine;
import org.xiangpei.requirement.Requirement;
import org.xiangpei.requirement.RequirementLine;

/**
 * What is asked of a line.
 *
 * @param digest equal for lines that must have the same answer on the same day
 */
record Asked(Place place, String digest, @Nullable String category) {

    static Asked of(Requirement requirement, KeptLine kept) {
        RequirementLine line = kept.line(requirement);
        return new Asked(new Place(requirement.code(), kept.number()), digest(line), line.category());
    }

    private static String digest(RequirementLine line) {
        return Sha256.hex(AnswerJson.write(line).getBytes(StandardCharsets.UTF_8));
    }
}
