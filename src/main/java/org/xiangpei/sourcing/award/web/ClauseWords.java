package org.xiangpei.sourcing.award.web;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.xiangpei.requirement.Criterion;
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

    @Transactional
    Vocabulary vocabulary() {
        return words.vocabulary();
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
