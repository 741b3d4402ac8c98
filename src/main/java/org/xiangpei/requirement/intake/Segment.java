package org.xiangpei.requirement.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.xiangpei.requirement.Criterion;
import org.xiangpei.requirement.Operator;

/** A stretch of text between two marks, while it is read: which of its words have been understood, and whether it is only a wish. */
final class Segment {

    private static final Pattern WISH = Pattern.compile(
            "优先|最好|可选|建议|希望|尽量|加分|更佳|为宜|不宜|宜(?:控制|在|为|不|采用|选用)|如有可能|有更好|推荐|(?i:preferred|desirable|optional|nice to have)");

    private final Findings findings;
    private final Span span;
    private final CategoryWords words;
    private final boolean mandatory;
    private final List<Span> taken = new ArrayList<>();

    Segment(Findings findings, Span span, CategoryWords words) {
        this.findings = findings;
        this.span = span;
        this.words = words;
        this.mandatory = !matcher(WISH).find();
    }

    Span span() {
        return span;
    }

    CategoryWords words() {
        return words;
    }

    boolean isByNameOnly() {
        return findings.isByNameOnly();
    }

    boolean mandatory() {
        return mandatory;
    }

    String text() {
        return findings.written().text();
    }

    String upper() {
        return findings.written().upper();
    }

    Matcher matcher(Pattern pattern) {
        return pattern.matcher(findings.written().text())
                .region(span.start(), span.end())
                .useTransparentBounds(true)
                .useAnchoringBounds(false);
    }

    boolean isFree(Span part) {
        return taken.stream().noneMatch(part::overlaps);
    }

    /** Words that are dealt with, whether they asked something or not. */
    void take(Span part) {
        taken.add(part);
    }

    boolean nothingTaken() {
        return taken.isEmpty();
    }

    void found(Criterion criterion, Span part) {
        take(part);
        findings.add(criterion, part);
    }

    void found(@Nullable String property, Operator operator, String value, @Nullable String unit, Span part) {
        found(new Criterion(property, operator, value, null, List.of(), unit, mandatory), part);
    }

    void notUnderstood(Span part, String reason) {
        take(part);
        findings.notUnderstood(part, reason);
    }
}
