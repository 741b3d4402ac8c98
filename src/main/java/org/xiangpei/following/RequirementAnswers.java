package org.xiangpei.following;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

import org.xiangpei.matching.Candidate;
import org.xiangpei.matching.LineMatch;
import org.xiangpei.matching.MatchOptions;
import org.xiangpei.matching.Matcher;
import org.xiangpei.requirement.KeptLine;
import org.xiangpei.requirement.Requirement;
import org.xiangpei.requirement.Requirements;
import org.xiangpei.requirement.StatedLine;
import org.xiangpei.shared.RuleViolation;

/** The products that answer a requirement: qualified or possible for one of the lines that are asked. */
@ApplicationScoped
class RequirementAnswers {

    private static final int AT_ONCE = 100;
    private static final int MOST_A_LINE = 100;

    private final Requirements requirements;
    private final Matcher matcher;
    private final Session session;
    private final Clock clock;

    RequirementAnswers(Requirements requirements, Matcher matcher, Session session, Clock clock) {
        this.requirements = requirements;
        this.matcher = matcher;
        this.session = session;
        this.clock = clock;
    }

    /** What is said of each product, by line and product; the first lines first. Whose requirement it is, is for the caller to ask. */
    Map<String, String> of(String code) {
        Requirement of = session.find(Requirement.class, code);
        var answers = new LinkedHashMap<String, String>();
        if (of == null) {
            return answers;
        }
        List<StatedLine> lines = requirements.lines(code).stream()
                .filter(line -> line.state().isAsked())
                .map((KeptLine line) -> StatedLine.of(line.line(of)))
                .toList();
        for (int from = 0; from < lines.size(); from += AT_ONCE) {
            match(lines.subList(from, Math.min(lines.size(), from + AT_ONCE)))
                    .forEach(match -> match.candidates().forEach(it -> answers.put(key(match, it), text(match, it))));
        }
        return answers;
    }

    /** A line of a draft that cannot be judged yet has no answers; the others have theirs. */
    private List<LineMatch> match(List<StatedLine> lines) {
        try {
            return matcher.match(lines, new MatchOptions(LocalDate.now(clock), MOST_A_LINE, false));
        } catch (RuleViolation wrong) {
            var matches = new ArrayList<LineMatch>();
            if (lines.size() > 1) {
                lines.forEach(line -> matches.addAll(match(List.of(line))));
            }
            return matches;
        }
    }

    private static String key(LineMatch match, Candidate candidate) {
        return match.line().ref() + "/" + candidate.productCode();
    }

    private static String text(LineMatch match, Candidate candidate) {
        return "第 " + match.line().ref() + " 行：" + candidate.productName() + "（" + candidate.firmName() + "）";
    }
}
