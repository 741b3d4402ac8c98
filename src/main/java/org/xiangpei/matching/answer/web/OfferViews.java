package org.xiangpei.matching.answer.web;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.xiangpei.catalog.Firms;
import org.xiangpei.identity.Actor;
import org.xiangpei.matching.answer.Answers;
import org.xiangpei.matching.answer.BillCoverage;
import org.xiangpei.matching.answer.web.OfferView.Firm;
import org.xiangpei.matching.answer.web.OfferView.Item;
import org.xiangpei.matching.answer.web.OfferView.Line;
import org.xiangpei.matching.answer.web.OfferView.Share;
import org.xiangpei.matching.offer.JointOffer;
import org.xiangpei.requirement.Requirements;
import org.xiangpei.requirement.web.Heading;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.web.Figures;

/** Puts a joint offer into words. */
@ApplicationScoped
class OfferViews {

    /** Lines of one firm that a page lists; the bill has them all. */
    private static final int MOST_ITEMS = 100;

    private final Requirements requirements;
    private final Answers answers;
    private final Firms firms;

    OfferViews(Requirements requirements, Answers answers, Firms firms) {
        this.requirements = requirements;
        this.answers = answers;
        this.firms = firms;
    }

    /** @throws NotFound when there is no such requirement, or it is another organisation's */
    @Transactional
    OfferView of(Actor actor, String code, boolean withPossible) {
        Heading heading = Heading.of(requirements.own(actor, code));
        BillCoverage bill = answers.coverage(actor, code);
        JointOffer offer = answers.offer(actor, code, withPossible);
        Map<Integer, String> names = answers.names(actor, code);
        return new OfferView(
                heading,
                bill.isComplete() ? null : Figures.number(bill.waiting()),
                withPossible,
                result(offer),
                proof(offer),
                offer.isProven(),
                offer.shares().stream().map(it -> share(it, names)).toList(),
                offer.alone().stream().map(this::firm).toList(),
                offer.uncovered().stream()
                        .limit(MOST_ITEMS)
                        .map(it -> line(it, names))
                        .toList(),
                Math.max(0, offer.uncovered().size() - MOST_ITEMS));
    }

    private static String result(JointOffer offer) {
        int firms = offer.shares().size();
        String all = "有产品可供的 " + Figures.number(offer.covered()) + " 行";
        return switch (firms) {
            case 0 -> "还没有一行有可供的产品。";
            case 1 -> all + "，一家企业就能供齐。";
            default -> all + "，没有一家企业能供齐，" + firms + " 家联合可以。";
        };
    }

    private static String proof(JointOffer offer) {
        if (offer.shares().isEmpty()) {
            return "";
        }
        return offer.isProven()
                ? "精确解：已证明不能更少。"
                : "近似解：逐家选能多供最多行的，得到 " + offer.shares().size() + " 家；已证明至少要 " + offer.atLeast() + " 家，中间是否有更少的组合没有算尽。";
    }

    private static Share share(JointOffer.Share it, Map<Integer, String> names) {
        List<Item> items = it.items().stream()
                .limit(MOST_ITEMS)
                .map(item -> new Item(
                        line(item.line(), names),
                        item.product().code(),
                        item.product().name()))
                .toList();
        return new Share(
                new Firm(it.firmCode(), it.firmName()),
                Figures.number(it.items().size()),
                items,
                it.items().size() - items.size());
    }

    private Firm firm(String code) {
        return new Firm(
                code,
                firms.findByIdOptional(code).map(it -> it.details().name()).orElse(code));
    }

    private static Line line(int number, Map<Integer, String> names) {
        return new Line(number, names.getOrDefault(number, ""));
    }
}
