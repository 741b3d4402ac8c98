package org.xiangpei.sourcing.quotation.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Product;
import org.xiangpei.identity.Secrets;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Figures;
import org.xiangpei.shared.web.Option;
import org.xiangpei.sourcing.Inquiry;
import org.xiangpei.sourcing.Respondent;
import org.xiangpei.sourcing.Respondents;
import org.xiangpei.sourcing.quotation.Dossier;
import org.xiangpei.sourcing.quotation.Lengths;
import org.xiangpei.sourcing.quotation.LineText;
import org.xiangpei.sourcing.quotation.OwnQuotations;
import org.xiangpei.sourcing.quotation.Reply;
import org.xiangpei.sourcing.quotation.TaxRates;
import org.xiangpei.sourcing.quotation.web.LineView.BreakRow;
import org.xiangpei.sourcing.quotation.web.LineView.ClauseRow;
import org.xiangpei.sourcing.quotation.web.QuotationView.Compared;

/** Puts the form of one line together. */
@ApplicationScoped
class LineViews {

    /** Places for price breaks that a form offers, when no more are used. */
    private static final int USUAL_BREAKS = 3;

    /** What was typed into a line and not saved. */
    record TypedLine(LineText text, Dossier.Seen seen) {}

    private final OwnQuotations own;
    private final Respondents respondents;
    private final AskedLines asked;
    private final QuotationViews views;
    private final EntityManager entities;

    LineViews(
            OwnQuotations own,
            Respondents respondents,
            AskedLines asked,
            QuotationViews views,
            EntityManager entities) {
        this.own = own;
        this.respondents = respondents;
        this.asked = asked;
        this.views = views;
        this.entities = entities;
    }

    /**
     * @param typed what was typed and refused; null for what is saved
     * @param refused null when nothing was refused
     * @throws NotFound for a line that is not asked for, and for a quotation that is no longer a draft
     */
    @Transactional
    LineView line(Respondent by, int number, @Nullable TypedLine typed, @Nullable RuleViolation refused) {
        Inquiry of = respondents.inquiry(by);
        List<AskedLines.Words> lines = asked.of(of.code());
        AskedLines.Words words = lines.stream()
                .filter(it -> it.number() == number)
                .findFirst()
                .orElseThrow(() -> new NotFound("询价第 " + number + " 行"));
        Dossier.Line saved = own.find(by).orElseThrow(() -> new NotFound("草稿")).line(number);
        LineText text = typed == null ? saved.text() : typed.text();
        boolean overtaken = typed != null && refused != null && refused.code().equals("changed-meanwhile");
        Map<String, String> faults = Faults.of(own.reader(by).faults(number, text));
        return new LineView(
                views.heading(of, by),
                views.deadline(of),
                number,
                lines.size(),
                words.name(),
                words.description(),
                words.quantity(),
                words.unit(),
                text,
                products(by, text.product()),
                taxRates(text.taxRate()),
                breaks(text, faults),
                clauses(words, text, faults),
                faults,
                overtaken ? compared(saved.text(), text, words) : List.of(),
                refused == null ? null : refused.detail(),
                typed == null || overtaken ? saved.version() : typed.seen().version(),
                Secrets.random(),
                number - 1,
                number < lines.size() ? number + 1 : 0);
    }

    /** How many clauses a line has, to read its form by. */
    int clauses(Respondent by, int number) {
        return asked.of(by.inquiry()).stream()
                .filter(it -> it.number() == number)
                .findFirst()
                .orElseThrow(() -> new NotFound("询价第 " + number + " 行"))
                .clauses()
                .size();
    }

    private List<Option> products(Respondent by, String chosen) {
        Optional<String> firm = by.firm();
        if (firm.isEmpty()) {
            return List.of();
        }
        Stream<Product> products = entities.createQuery(
                        "from Product where details.firmCode = :firm order by code", Product.class)
                .setParameter("firm", firm.get())
                .getResultStream();
        return Stream.concat(
                        Stream.of(new Option("", "不是目录里的产品", chosen.isEmpty())),
                        products.map(
                                it -> new Option(it.code(), named(it), it.code().equals(chosen))))
                .toList();
    }

    private static String named(Product product) {
        String model = product.details().model();
        return product.code() + " " + product.details().name() + (model == null ? "" : " " + model);
    }

    private static List<Option> taxRates(String chosen) {
        return Stream.concat(
                        Stream.of(new Option("", "请选择", chosen.isEmpty())),
                        TaxRates.all().stream()
                                .map(Figures::number)
                                .map(it -> new Option(it, it + "%", it.equals(chosen))))
                .toList();
    }

    private static List<BreakRow> breaks(LineText text, Map<String, String> faults) {
        int typed = text.breaks().size();
        int shown = Math.min(Lengths.MOST_BREAKS, Math.max(USUAL_BREAKS, typed + 1));
        return IntStream.range(0, shown)
                .mapToObj(i -> new BreakRow(
                        i,
                        i < typed ? text.breaks().get(i).from() : "",
                        i < typed ? text.breaks().get(i).unitPrice() : "",
                        faults.getOrDefault("breaks-" + i + "-from", ""),
                        faults.getOrDefault("breaks-" + i + "-unitPrice", "")))
                .toList();
    }

    private static List<ClauseRow> clauses(AskedLines.Words words, LineText text, Map<String, String> faults) {
        var rows = new ArrayList<ClauseRow>();
        for (int i = 0; i < words.clauses().size(); i++) {
            LineText.ReplyText reply = text.reply(i);
            String at = "replies-" + i + "-";
            rows.add(new ClauseRow(
                    i,
                    words.clauses().get(i),
                    replies(reply.reply()),
                    reply.value(),
                    reply.note(),
                    faults.getOrDefault(at + "reply", faults.getOrDefault(at + "value", ""))));
        }
        return rows;
    }

    private static List<Option> replies(String chosen) {
        String code = chosen.isEmpty() ? Reply.UNANSWERED.code() : chosen;
        return Stream.of(Reply.UNANSWERED, Reply.CONFIRMED, Reply.DEVIATES)
                .map(it -> new Option(it.code(), Labels.of(it), it.code().equals(code)))
                .toList();
    }

    private static List<Compared> compared(LineText now, LineText typed, AskedLines.Words words) {
        var rows = new ArrayList<Compared>();
        add(rows, "含税单价", now.unitPrice(), typed.unitPrice());
        add(rows, "税率", now.taxRate(), typed.taxRate());
        add(rows, "阶梯价", breaks(now), breaks(typed));
        add(rows, "起订量", now.minimumOrder(), typed.minimumOrder());
        add(rows, "交货期", now.leadDays(), typed.leadDays());
        add(rows, "运费", now.freight(), typed.freight());
        add(rows, "目录产品", now.product(), typed.product());
        add(rows, "生产地", now.productionRegion(), typed.productionRegion());
        add(rows, "本地含量", now.localContent(), typed.localContent());
        for (int i = 0; i < words.clauses().size(); i++) {
            add(rows, words.clauses().get(i), said(now.reply(i)), said(typed.reply(i)));
        }
        add(rows, "备注", now.note(), typed.note());
        return rows;
    }

    private static void add(List<Compared> rows, String label, String now, String typed) {
        rows.add(new Compared(label, now, typed, !now.equals(typed)));
    }

    private static String breaks(LineText text) {
        return String.join(
                "；",
                text.breaks().stream()
                        .map(it -> "满 " + it.from() + "：" + it.unitPrice())
                        .toList());
    }

    private static String said(LineText.ReplyText reply) {
        return (Labels.find("reply", reply.reply()).orElse("") + " " + reply.value() + " " + reply.note()).strip();
    }
}
