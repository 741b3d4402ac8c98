package org.xiangpei.requirement.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.xiangpei.requirement.Criterion;

/** Reads the clauses of a stretch of text for a line of a category. */
final class ClauseReader {

    /** What is longer than this without a mark in it is cut: nobody writes such a clause, and reading stays linear. */
    static final int LONGEST_SEGMENT = 300;

    private static final List<ModelFamily> FAMILIES = ModelFamily.all();

    /** Where one clause ends; marks inside of numbers and brackets are none. */
    private static final Pattern MARK = Pattern.compile("[；;。！!？?\\n]|[，,](?!\\d{3}(?!\\d))|(?<!\\d),|、");

    private static final Pattern TELLING = Pattern.compile(
            "[\\d≥≤><±]|不低于|不小于|不少于|不超过|不大于|不高于|以上|以下|以内|具有|具备|符合|满足|必须|应当?|须|要求|采用|支持|配备|提供|质保|保修|实现|兼容");
    /** Days, and of money, of a guarantee, or of the calendar. */
    private static final Pattern OTHER_TIME = Pattern.compile("付|款|首批|首件|第一批|结算?|质保|保修|报价|有效|月\\d{1,2}日|年\\d{1,2}月");

    private static final int SHORTEST = 3;

    private ClauseReader() {}

    static void read(Findings findings, Span stretch, CategoryWords words) {
        parts(findings.written(), stretch).forEach(part -> pieces(findings, part, words));
    }

    /** As {@link #read}, of words that are about the time of delivery: a bare duration is one. */
    static void readDelivery(Findings findings, Span stretch, CategoryWords words) {
        Span span = findings.written().trimmed(stretch.start(), stretch.end());
        boolean whole = span.length() > 0 && FieldClauses.readDelivery(new Segment(findings, span, words));
        for (Span part : whole ? List.<Span>of() : parts(findings.written(), span)) {
            if (!FieldClauses.readDelivery(new Segment(findings, part, words))) {
                pieces(findings, part, words);
            }
        }
    }

    /** 供货周期由双方商定，建议控制在50天以内: the duration may stand behind a mark. */
    static void readDeliverySentence(Findings findings, Span sentence, CategoryWords words) {
        int before = findings.criteria().size();
        read(findings, sentence, words);
        if (findings.criteria().size() == before) {
            for (Span part : parts(findings.written(), sentence)) {
                if (OTHER_TIME
                        .matcher(findings.written().text())
                        .region(part.start(), part.end())
                        .find()) {
                    continue;
                }
                FieldClauses.readDelivery(new Segment(findings, part, words));
            }
        }
    }

    private static List<Span> parts(Written written, Span stretch) {
        List<Span> parts = new ArrayList<>();
        Matcher mark = MARK.matcher(written.text())
                .region(stretch.start(), stretch.end())
                .useTransparentBounds(true);
        int start = stretch.start();
        while (mark.find()) {
            parts.add(written.trimmed(start, mark.start()));
            start = mark.end();
        }
        parts.add(written.trimmed(start, stretch.end()));
        return parts;
    }

    private static void pieces(Findings findings, Span span, CategoryWords words) {
        for (int start = span.start(); start < span.end(); start += LONGEST_SEGMENT) {
            segment(findings, findings.written().trimmed(start, Math.min(span.end(), start + LONGEST_SEGMENT)), words);
        }
    }

    private static void segment(Findings findings, Span span, CategoryWords words) {
        if (span.length() == 0) {
            return;
        }
        int before = findings.size();
        var segment = new Segment(findings, span, words);
        FieldClauses.read(segment);
        models(segment);
        Dimensions.read(segment);
        OptionClauses.read(segment);
        MeasureClauses.read(segment);
        if (segment.nothingTaken() && findings.size() == before && isTelling(segment)) {
            findings.notUnderstood(span, words.code() == null ? "没有认出品类，这一条没有判读" : "没有对应的参数或写法不明");
        }
    }

    private static void models(Segment segment) {
        String code = segment.words().code();
        if (code == null) {
            return;
        }
        for (ModelFamily family : FAMILIES) {
            if (family.categories().contains(code)) {
                Matcher found = segment.matcher(family.pattern());
                while (found.find()) {
                    var span = new Span(found.start(), found.end());
                    if (segment.isFree(span)) {
                        segment.take(span);
                        for (Criterion criterion : family.criteria(found, segment.mandatory())) {
                            segment.found(criterion, span);
                        }
                    }
                }
            }
        }
    }

    private static boolean isTelling(Segment segment) {
        boolean words = segment.text()
                .substring(segment.span().start(), segment.span().end())
                .chars()
                .anyMatch(Character::isLetter);
        return words
                && segment.span().length() >= SHORTEST
                && segment.matcher(TELLING).find();
    }
}
