package org.xiangpei.sourcing.quotation.web;

import java.math.BigDecimal;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.xiangpei.requirement.KeptLine;
import org.xiangpei.requirement.Vocabulary;
import org.xiangpei.requirement.web.RequirementWords;
import org.xiangpei.shared.web.Figures;
import org.xiangpei.sourcing.Inquiries;
import org.xiangpei.sourcing.InquiryLine;

/** Says what is asked for in words. */
@ApplicationScoped
class AskedLines {

    /**
     * A line as its quotation stands beside it.
     *
     * @param amount how many, for sums
     * @param quantity with the unit
     * @param clauses in words, in the order of the replies
     */
    record Words(
            int number,
            String name,
            String description,
            BigDecimal amount,
            String quantity,
            String unit,
            List<String> clauses) {}

    private final Inquiries inquiries;
    private final RequirementWords words;

    AskedLines(Inquiries inquiries, RequirementWords words) {
        this.inquiries = inquiries;
        this.words = words;
    }

    /** In their order. */
    @Transactional
    List<Words> of(String inquiry) {
        List<InquiryLine> lines = inquiries.lines(inquiry);
        Vocabulary vocabulary =
                words.vocabulary(lines.stream().map(AskedLines::content).toList());
        return lines.stream().map(it -> words(it, vocabulary)).toList();
    }

    private static Words words(InquiryLine line, Vocabulary vocabulary) {
        return new Words(
                line.number(),
                line.name().isEmpty() ? RequirementWords.category(content(line), vocabulary) : line.name(),
                line.description().orElse(""),
                line.quantity().orElse(BigDecimal.ONE),
                line.quantity().map(Figures::number).orElse(""),
                line.unit().orElse(""),
                line.criteria().stream()
                        .map(it -> RequirementWords.clause(it, line.category().orElse(null), vocabulary))
                        .toList());
    }

    private static KeptLine.Content content(InquiryLine line) {
        return new KeptLine.Content(
                line.name(),
                line.description().orElse(null),
                line.category().orElse(null),
                line.quantity().orElse(null),
                line.unit().orElse(null),
                null,
                null,
                line.criteria());
    }
}
