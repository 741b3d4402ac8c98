package org.xiangpei.sourcing.quotation.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.xiangpei.ledger.ProductionPlaces;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.web.Figures;
import org.xiangpei.sourcing.quotation.ClauseReply;
import org.xiangpei.sourcing.quotation.Offer;
import org.xiangpei.sourcing.quotation.OfferedFile;
import org.xiangpei.sourcing.quotation.OfferedLine;
import org.xiangpei.sourcing.quotation.Reply;
import org.xiangpei.sourcing.quotation.web.QuotedView.ClauseRow;
import org.xiangpei.sourcing.quotation.web.QuotedView.Fact;
import org.xiangpei.sourcing.quotation.web.QuotedView.Line;

/** Shows an offer beside what was asked. */
@ApplicationScoped
class QuotedViews {

    private static final long KIB = 1024;

    private final ProductionPlaces places;

    QuotedViews(ProductionPlaces places) {
        this.places = places;
    }

    QuotedView of(Offer offer, List<AskedLines.Words> asked, String filesPath) {
        return new QuotedView(
                offer.validUntil().toString(),
                text(offer.note()),
                yuan(total(offer, asked)),
                asked.stream().map(it -> line(it, offer.line(it.number()))).toList(),
                offer.files().stream().map(QuotedViews::file).toList(),
                filesPath);
    }

    static BigDecimal total(Offer offer, List<AskedLines.Words> asked) {
        return asked.stream()
                .flatMap(line -> offer.line(line.number()).map(it -> amount(line, it)).stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** At the price for the whole quantity, with freight. */
    static BigDecimal amount(AskedLines.Words asked, OfferedLine offered) {
        return offered.unitPriceFor(asked.amount()).multiply(asked.amount()).add(offered.freight());
    }

    /** To the fen, as the comparison shows it: what is bound by a receipt is not rounded to 万元. */
    static String yuan(BigDecimal amount) {
        return Figures.number(amount.setScale(2, RoundingMode.HALF_UP)) + " 元";
    }

    private Line line(AskedLines.Words asked, Optional<OfferedLine> offered) {
        return new Line(
                asked.number(),
                asked.name(),
                (asked.quantity() + " " + asked.unit()).strip(),
                offered.map(it -> Figures.number(it.unitPrice()) + " 元").orElse(""),
                offered.map(it -> Figures.number(it.taxRate()) + "%").orElse(""),
                offered.map(it -> yuan(amount(asked, it))).orElse(""),
                offered.map(it -> it.leadDays() + " 天").orElse(""),
                offered.map(it -> facts(asked, it)).orElse(List.of()),
                offered.map(it -> clauses(asked, it)).orElse(List.of()),
                offered.map(QuotedViews::deviations).orElse(0L));
    }

    private static long deviations(OfferedLine line) {
        return line.replies().stream()
                .filter(it -> it.reply() == Reply.DEVIATES)
                .count();
    }

    private List<Fact> facts(AskedLines.Words asked, OfferedLine line) {
        var facts = new ArrayList<Fact>();
        for (var step : line.breaks()) {
            facts.add(new Fact(
                    "满 " + Figures.number(step.from()) + " " + asked.unit(), Figures.number(step.unitPrice()) + " 元"));
        }
        add(facts, "起订量", line.minimumOrder(), " " + asked.unit());
        facts.add(new Fact("运费", line.freight().signum() == 0 ? "不另收" : yuan(line.freight())));
        facts.add(new Fact("生产地", place(line.productionRegion())));
        add(facts, "声明的本地含量", line.localContentPct(), "%");
        if (line.product() != null) {
            facts.add(new Fact("目录产品", line.product()));
        }
        if (line.note() != null) {
            facts.add(new Fact("备注", line.note()));
        }
        return facts;
    }

    /** A district with its city: there are many of a name. */
    private String place(@Nullable String region) {
        if (region == null) {
            return Figures.MISSING;
        }
        String name = places.name(region);
        return region.endsWith("00")
                ? name
                : City.of(region).map(it -> it.label() + name).orElse(name);
    }

    private static void add(List<Fact> facts, String label, @Nullable BigDecimal value, String suffix) {
        if (value != null) {
            facts.add(new Fact(label, (Figures.number(value) + suffix).strip()));
        }
    }

    private static List<ClauseRow> clauses(AskedLines.Words asked, OfferedLine line) {
        var rows = new ArrayList<ClauseRow>();
        for (ClauseReply reply : line.replies()) {
            rows.add(new ClauseRow(
                    asked.clauses().get(reply.clause()),
                    Labels.of(reply.reply()),
                    tone(reply.reply()),
                    text(reply.value()),
                    text(reply.note())));
        }
        return rows;
    }

    static String tone(Reply reply) {
        return switch (reply) {
            case CONFIRMED -> "pass";
            case DEVIATES -> "fail";
            case UNANSWERED -> "unknown";
        };
    }

    private static QuotedView.File file(OfferedFile file) {
        return new QuotedView.File(file.id(), file.name(), size(file.bytes()), file.sha256());
    }

    /** In KB or MB, as people know it from their files. */
    static String size(long bytes) {
        return bytes < KIB * KIB
                ? Math.max(1, bytes / KIB) + " KB"
                : Figures.number(BigDecimal.valueOf(bytes * 10 / (KIB * KIB), 1)) + " MB";
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
