package org.xiangpei.sourcing.award.web;

import java.util.Collection;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.xiangpei.requirement.Criterion;
import org.xiangpei.requirement.KeptLine;
import org.xiangpei.requirement.Vocabulary;
import org.xiangpei.requirement.web.RequirementWords;
import org.xiangpei.shared.web.Figures;
import org.xiangpei.sourcing.award.Asked;

/** Says lines and clauses of inquiries in words. */
@ApplicationScoped
class ClauseWords {

    private final RequirementWords words;

    ClauseWords(RequirementWords words) {
        this.words = words;
    }

    /** The vocabulary that these lines use. */
    @Transactional
    Vocabulary vocabulary(Collection<Asked> lines) {
        return words.vocabulary(lines.stream()
                .map(it -> new KeptLine.Content(
                        it.name(), null, it.category(), it.quantity(), it.unit(), null, null, it.criteria()))
                .toList());
    }

    /** The clauses of a line in their order. */
    static List<String> clauses(Asked line, Vocabulary vocabulary) {
        return line.criteria().stream()
                .map((Criterion it) -> RequirementWords.clause(it, line.category(), vocabulary))
                .toList();
    }

    static String quantity(Asked line) {
        String unit = line.unit();
        return Figures.number(line.quantity()) + (unit == null ? "" : " " + unit);
    }
}
