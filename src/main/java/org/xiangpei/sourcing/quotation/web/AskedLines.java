package org.xiangpei.sourcing.quotation.web;

import java.math.BigDecimal;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.xiangpei.requirement.Vocabulary;
import org.xiangpei.shared.web.Figures;
import org.xiangpei.sourcing.Inquiries;
import org.xiangpei.sourcing.InquiryLine;
import org.xiangpei.sourcing.web.InquiryWords;

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
    private final InquiryWords words;

    AskedLines(Inquiries inquiries, InquiryWords words) {
        this.inquiries = inquiries;
        this.words = words;
    }

    /** In their order. */
    @Transactional
    List<Words> of(String inquiry) {
        List<InquiryLine> lines = inquiries.lines(inquiry);
        Vocabulary vocabulary = words.vocabulary();
        return lines.stream().map(it -> words(it, vocabulary)).toList();
    }

    private static Words words(InquiryLine line, Vocabulary vocabulary) {
        return new Words(
                line.number(),
                InquiryWords.name(line, vocabulary),
                line.description().orElse(""),
                line.quantity().orElse(BigDecimal.ONE),
                line.quantity().map(Figures::number).orElse(""),
                line.unit().orElse(""),
                InquiryWords.clauses(line, vocabulary));
    }
}
