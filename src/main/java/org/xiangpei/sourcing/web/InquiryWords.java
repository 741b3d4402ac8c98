package org.xiangpei.sourcing.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.xiangpei.requirement.KeptLine;
import org.xiangpei.requirement.Vocabulary;
import org.xiangpei.requirement.web.Fact;
import org.xiangpei.requirement.web.RequirementWords;
import org.xiangpei.shared.Moments;
import org.xiangpei.shared.web.Figures;
import org.xiangpei.sourcing.Inquiry;
import org.xiangpei.sourcing.InquiryLine;
import org.xiangpei.sourcing.Phase;
import org.xiangpei.sourcing.Terms;
import org.xiangpei.sourcing.Weights;

/** Says the terms and lines of inquiries in words, the same for both sides. */
@ApplicationScoped
public class InquiryWords {

    private final RequirementWords words;
    private final Clock clock;

    InquiryWords(RequirementWords words, Clock clock) {
        this.words = words;
        this.clock = clock;
    }

    /** The terms that both sides read. */
    List<Fact> terms(Inquiry of) {
        Terms terms = of.terms();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("报价截止", minute(terms.deadline()) + "（北京时间）"));
        facts.add(new Fact("提问截止", minute(terms.questionsUntil())));
        facts.add(new Fact("交货地点", words.place(terms.deliverTo())));
        facts.add(new Fact(
                "需要日期", terms.neededBy() == null ? "未说明" : terms.neededBy().toString()));
        facts.add(new Fact("评审标准", weights(terms.weights())));
        facts.add(new Fact("报价有效", "截止后至少 " + terms.validDays() + " 天"));
        facts.add(new Fact("开启", opening(terms.openers())));
        facts.add(new Fact("定标", terms.secondApproval() ? "由另一名采购人员复核" : "不另复核"));
        return facts;
    }

    private static String opening(int openers) {
        return openers == 1 ? "截止后由 1 名采购人员开启，此前密封" : "截止后由 " + openers + " 名采购人员共同开启，此前密封";
    }

    /** 价格 70%，交货期 20%，期望条款 10%. */
    static String weights(Weights of) {
        if (of.equals(Weights.PRICE_ALONE)) {
            return "满足必须条款的，价格最低者优先";
        }
        return Stream.of(part("价格", of.price()), part("交货期", of.delivery()), part("期望条款", of.clauses()))
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining("，"));
    }

    private static String part(String name, int weight) {
        return weight == 0 ? "" : name + " " + weight + "%";
    }

    /** What lines are said with. */
    public Vocabulary vocabulary() {
        return words.vocabulary();
    }

    /** The clauses of a line in their order. */
    public static List<String> clauses(InquiryLine line, Vocabulary vocabulary) {
        return line.criteria().stream()
                .map(it -> RequirementWords.clause(it, line.category().orElse(null), vocabulary))
                .toList();
    }

    static String category(InquiryLine line, Vocabulary vocabulary) {
        return RequirementWords.category(content(line), vocabulary);
    }

    /** What a line is called; its category where it has no name. */
    public static String name(InquiryLine line, Vocabulary vocabulary) {
        return line.name().isEmpty() ? category(line, vocabulary) : line.name();
    }

    static String quantity(InquiryLine line) {
        return (line.quantity().map(Figures::number).orElse("") + " "
                        + line.unit().orElse(""))
                .strip();
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

    /** How long until the deadline; empty unless quotations are being asked for. */
    String left(Inquiry of) {
        Instant now = clock.instant();
        return of.phase(now) == Phase.ASKING
                ? spoken(Duration.between(now, of.terms().deadline()))
                : "";
    }

    static String spoken(Duration left) {
        if (left.toDays() > 0) {
            return "还剩 " + left.toDays() + " 天 " + left.toHoursPart() + " 小时";
        }
        return left.toHours() > 0
                ? "还剩 " + left.toHours() + " 小时 " + left.toMinutesPart() + " 分"
                : "还剩 " + Math.max(1, left.toMinutes()) + " 分钟";
    }

    String minute(Instant at) {
        return Moments.minute(at, clock.getZone());
    }
}
