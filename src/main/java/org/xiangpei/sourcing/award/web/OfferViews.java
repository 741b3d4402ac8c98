package org.xiangpei.sourcing.award.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.xiangpei.ledger.Place;
import org.xiangpei.ledger.ProductionPlaces;
import org.xiangpei.matching.Candidate;
import org.xiangpei.matching.ClauseResult;
import org.xiangpei.matching.Judgement;
import org.xiangpei.matching.Verdict;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.web.Figures;
import org.xiangpei.sourcing.award.Asked;
import org.xiangpei.sourcing.award.ComparedLine;
import org.xiangpei.sourcing.award.LineOffer;
import org.xiangpei.sourcing.award.Scored;
import org.xiangpei.sourcing.award.Standing;
import org.xiangpei.sourcing.award.web.OfferView.Best;
import org.xiangpei.sourcing.award.web.OfferView.Clause;
import org.xiangpei.sourcing.award.web.OfferView.Clauses;
import org.xiangpei.sourcing.quotation.ClauseReply;
import org.xiangpei.sourcing.quotation.Reply;

/** Puts single offers into words. */
@ApplicationScoped
class OfferViews {

    private final ProductionPlaces places;

    OfferViews(ProductionPlaces places) {
        this.places = places;
    }

    /**
     * @param clauses of the line, in words
     * @param verdict what the catalogue says of the product
     */
    OfferView of(
            ComparedLine line,
            Scored offer,
            List<String> clauses,
            Optional<Candidate> verdict,
            LocalDate today,
            boolean picked) {
        LineOffer it = offer.offer();
        Place place = Place.of(it.offered().productionRegion());
        boolean expired = it.isExpired(today);
        return new OfferView(
                String.valueOf(offer.quotation()),
                offer.supplier(),
                it.supplier().firm(),
                it.offered().product(),
                money(line.asked(), offer),
                it.offered().leadDays() + " 天",
                best(line, offer),
                clauses(line.asked(), it, clauses, verdict),
                rank(line, offer),
                offer.standing() == Standing.MEETS ? null : Labels.of(offer.standing()),
                points(offer.points().total()),
                it.minimumOrder().map(Figures::number).orElse("不限"),
                place(it.offered().productionRegion()),
                place == Place.UNKNOWN,
                it.validUntil().toString(),
                expired ? "fail" : "",
                warnings(line, offer, today),
                it.offered().note(),
                picked);
    }

    private static OfferView.Money money(Asked asked, Scored offer) {
        boolean broken =
                offer.cost().unitPrice().compareTo(offer.offer().offered().unitPrice()) != 0;
        return new OfferView.Money(
                yuan(offer.cost().unitPrice()),
                broken
                        ? "按 " + ClauseWords.quantity(asked) + " 的阶梯价，原价 "
                                + yuan(offer.offer().offered().unitPrice())
                        : null,
                yuan(offer.cost().goods().yuan()),
                yuan(offer.cost().freight().yuan()),
                yuan(offer.cost().landed().yuan()));
    }

    /** To the fen and a ten-thousandth, as officers check it against papers: 万元 hides the difference of two offers. */
    static String yuan(BigDecimal amount) {
        return Figures.number(amount);
    }

    static String points(BigDecimal points) {
        return points.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    private static Best best(ComparedLine line, Scored offer) {
        return new Best(
                isLeast(line, offer, it -> it.cost().unitPrice()),
                isLeast(line, offer, it -> it.cost().landed()),
                isLeast(line, offer, it -> it.offer().offered().leadDays()),
                !line.asked().criteria().isEmpty() && isLeast(line, offer, it -> -count(line, it, Reply.CONFIRMED)));
    }

    /** Nobody is best who is alone, or as good as all others. */
    private static <T extends Comparable<T>> boolean isLeast(
            ComparedLine line, Scored offer, Function<Scored, T> measure) {
        T own = measure.apply(offer);
        List<T> all = line.offers().stream().map(measure).toList();
        return all.stream().noneMatch(it -> it.compareTo(own) < 0)
                && all.stream().anyMatch(it -> it.compareTo(own) > 0);
    }

    private static int count(ComparedLine line, Scored offer, Reply reply) {
        return count(line.asked(), offer.offer(), reply);
    }

    private static int count(Asked asked, LineOffer offer, Reply reply) {
        return (int) IntStream.range(0, asked.criteria().size())
                .filter(it -> offer.reply(it) == reply)
                .count();
    }

    static String rank(ComparedLine line, Scored offer) {
        boolean tied =
                line.offers().stream().filter(it -> it.rank() == offer.rank()).count() > 1;
        return (tied ? "并列第 " : "第 ") + offer.rank();
    }

    static Clauses clauses(Asked asked, LineOffer offer, List<String> words, Optional<Candidate> verdict) {
        return new Clauses(
                count(asked, offer, Reply.CONFIRMED),
                count(asked, offer, Reply.DEVIATES),
                count(asked, offer, Reply.UNANSWERED),
                IntStream.range(0, words.size())
                        .mapToObj(it -> clause(words.get(it), offer, it, verdict))
                        .toList(),
                verdict.map(it -> Labels.of(it.verdict())).orElse(null),
                verdict.map(it -> tone(it.verdict())).orElse(""));
    }

    private static Clause clause(String words, LineOffer offer, int index, Optional<Candidate> verdict) {
        Reply reply = offer.reply(index);
        Optional<Judgement> judged =
                verdict.map(Candidate::clauses).filter(it -> index < it.size()).map(it -> it.get(index));
        return new Clause(
                words,
                Labels.of(reply),
                tone(reply),
                said(offer.answer(index)),
                judged.map(it -> Labels.of(it.result()) + "（" + it.offered() + "）")
                        .orElse(null),
                judged.map(it -> tone(it.result())).orElse(""));
    }

    private static String said(Optional<ClauseReply> reply) {
        return reply.stream()
                .flatMap(it -> Stream.of(it.value(), it.note()).filter(text -> text != null && !text.isEmpty()))
                .collect(Collectors.joining("；"));
    }

    private static String tone(Reply reply) {
        return switch (reply) {
            case CONFIRMED -> "pass";
            case DEVIATES -> "fail";
            case UNANSWERED -> "unknown";
        };
    }

    private static String tone(ClauseResult result) {
        return result.code();
    }

    private static String tone(Verdict verdict) {
        return switch (verdict) {
            case QUALIFIED -> "pass";
            case POSSIBLE -> "unknown";
            case NEAR_MISS -> "fail";
        };
    }

    static List<String> warnings(ComparedLine line, Scored offer, LocalDate today) {
        var warnings = new ArrayList<String>();
        if (offer.offer().isExpired(today)) {
            warnings.add("报价已过有效期");
        }
        if (offer.offer().isBelowMinimum(line.asked().quantity())) {
            warnings.add(
                    "起订量 " + offer.offer().minimumOrder().map(Figures::number).orElse("") + " 多于询价数量");
        }
        if (offer.standing() == Standing.DEVIATES) {
            warnings.add("有必须条款不满足");
        }
        return warnings;
    }

    /** The name of a place of production; what nobody said is unknown. */
    String place(@Nullable String region) {
        return region == null ? Labels.of(Place.UNKNOWN) : places.name(region);
    }
}
