package org.xiangpei.sourcing.quotation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.FieldError;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.tabular.BadCell;
import org.xiangpei.shared.tabular.Cells;

/** Makes an offer of what was typed, or says of every field what is wrong with it. */
public final class OfferReader {

    /** A quotation that holds longer than this was mistyped. */
    private static final int LONGEST_VALIDITY_YEARS = 5;

    /** Reads where something is made, as people write it; empty where they do not know. */
    public interface Places extends Function<String, Optional<String>> {}

    private final Asked asked;
    private final Places places;

    public OfferReader(Asked asked, Places places) {
        this.asked = asked;
        this.places = places;
    }

    /**
     * The whole offer.
     *
     * @throws RuleViolation {@code bad-quotation} with every {@link FieldError}, or when no line is quoted
     */
    public Offer read(Dossier dossier) {
        var errors = new ArrayList<FieldError>();
        LocalDate validUntil = validUntil(dossier.head().text(), errors);
        var lines = new ArrayList<OfferedLine>();
        for (int number : new TreeMap<>(asked.clauses()).keySet()) {
            LineText text = dossier.line(number).text();
            if (!text.isBlank()) {
                line(number, text, errors).ifPresent(lines::add);
            }
        }
        if (lines.isEmpty() && errors.isEmpty()) {
            errors.add(new FieldError("lines", "还没有报任何一行。至少填写一行的单价、税率和交货期。"));
        }
        if (validUntil == null || !errors.isEmpty()) {
            throw new RuleViolation("bad-quotation", "没有提交：有 " + errors.size() + " 处要改。", errors);
        }
        return new Offer(validUntil, orNull(dossier.head().text().note()), lines, dossier.files());
    }

    /** Null when it is missing or wrong. */
    private @Nullable LocalDate validUntil(HeadText head, List<FieldError> errors) {
        var fields = new Fields("", errors);
        LocalDate until = fields.required("validUntil", head.validUntil(), Cells::date, "请填报价有效期。");
        if (until != null && until.isBefore(asked.earliestValidity())) {
            fields.wrong("validUntil", "询价要求报价至少有效到 " + asked.earliestValidity() + "。");
        } else if (until != null && until.isAfter(asked.earliestValidity().plusYears(LONGEST_VALIDITY_YEARS))) {
            fields.wrong("validUntil", "有效期太长，请检查年份。");
        }
        return until;
    }

    /** What is wrong with the head as it was typed; what is missing is not wrong yet. */
    public List<FieldError> faults(HeadText head) {
        var errors = new ArrayList<FieldError>();
        if (!head.validUntil().isBlank()) {
            validUntil(head, errors);
        }
        return errors;
    }

    /** What is wrong with a line as it was typed; nothing with one that says nothing. */
    public List<FieldError> faults(int number, LineText text) {
        var errors = new ArrayList<FieldError>();
        if (!text.isBlank()) {
            line(number, text, errors);
        }
        return errors;
    }

    /** What is offered for a line; empty when it says nothing, or something is wrong with it. */
    public Optional<OfferedLine> line(int number, LineText text) {
        return text.isBlank() ? Optional.empty() : line(number, text, new ArrayList<>());
    }

    /** The day on which quotations must still hold. */
    public LocalDate earliestValidity() {
        return asked.earliestValidity();
    }

    /** @return empty when something was added to the errors */
    private Optional<OfferedLine> line(int number, LineText text, List<FieldError> errors) {
        int before = errors.size();
        var fields = new Fields("lines[" + number + "].", errors);
        @Nullable
        BigDecimal price = fields.required("unitPrice", text.unitPrice(), LineRules::price, "请填含税单价；不报这一行就清空各项。");
        @Nullable BigDecimal tax = fields.required("taxRate", text.taxRate(), LineRules::taxRate, "请选税率。");
        @Nullable Integer lead = fields.required("leadDays", text.leadDays(), LineRules::days, "请填交货期（天）。");
        @Nullable BigDecimal minimum = fields.optional("minimumOrder", text.minimumOrder(), LineRules::quantity);
        @Nullable BigDecimal freight = fields.optional("freight", text.freight(), LineRules::freight);
        @Nullable BigDecimal local = fields.optional("localContent", text.localContent(), LineRules::share);
        @Nullable String region = fields.optional("productionRegion", text.productionRegion(), this::place);
        @Nullable String product = fields.optional("product", text.product(), this::product);
        List<PriceBreak> breaks = breaks(text.breaks(), price, fields);
        List<ClauseReply> replies = replies(number, text, fields);
        if (errors.size() > before || price == null || tax == null || lead == null) {
            return Optional.empty();
        }
        return Optional.of(new OfferedLine(
                number,
                product,
                price,
                tax,
                breaks,
                minimum,
                lead,
                freight == null ? BigDecimal.ZERO : freight,
                region,
                local,
                replies,
                orNull(text.note())));
    }

    private @Nullable String place(String text) {
        try {
            return places.apply(text).orElse(null);
        } catch (RuleViolation noPlace) {
            throw new BadCell(noPlace.detail());
        }
    }

    private String product(String code) {
        if (!asked.products().contains(code)) {
            throw new BadCell("“" + code + "”不是本企业在目录里的产品编号。");
        }
        return code;
    }

    private static List<PriceBreak> breaks(
            List<LineText.BreakText> typed, @Nullable BigDecimal unitPrice, Fields fields) {
        var breaks = new ArrayList<PriceBreak>();
        BigDecimal from = BigDecimal.ZERO;
        @Nullable BigDecimal price = unitPrice;
        for (int i = 0; i < typed.size(); i++) {
            String at = "breaks[" + i + "].";
            @Nullable
            BigDecimal nextFrom = fields.required(at + "from", typed.get(i).from(), LineRules::quantity, "请填起始数量。");
            @Nullable
            BigDecimal nextPrice =
                    fields.required(at + "unitPrice", typed.get(i).unitPrice(), LineRules::price, "请填这一档的单价。");
            if (nextFrom == null || nextPrice == null) {
                continue;
            }
            if (nextFrom.compareTo(from) <= 0) {
                fields.wrong(at + "from", "起始数量要一档比一档大；上一档是 " + from.toPlainString() + "。");
            } else if (price != null && nextPrice.compareTo(price) > 0) {
                fields.wrong(at + "unitPrice", "数量越多，单价不应更高；上一档是 " + price.toPlainString() + " 元。");
            }
            breaks.add(new PriceBreak(nextFrom, nextPrice));
            from = nextFrom;
            price = nextPrice;
        }
        return breaks;
    }

    private List<ClauseReply> replies(int number, LineText text, Fields fields) {
        var replies = new ArrayList<ClauseReply>();
        for (int i = 0; i < asked.clauses().getOrDefault(number, 0); i++) {
            LineText.ReplyText typed = text.reply(i);
            String at = "replies[" + i + "].";
            Reply reply = fields.optional(at + "reply", typed.reply(), LineRules::reply);
            if (reply == Reply.DEVIATES && typed.value().isBlank()) {
                fields.wrong(at + "value", "有偏离的条款请写实际能做到的值。");
            }
            replies.add(new ClauseReply(
                    i, reply == null ? Reply.UNANSWERED : reply, orNull(typed.value()), orNull(typed.note())));
        }
        return replies;
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text.strip();
    }

    /** Reads fields one by one and notes what is wrong with each. */
    private record Fields(String prefix, List<FieldError> errors) {

        <T> @Nullable T required(String field, String text, Function<String, @Nullable T> rule, String missing) {
            if (text.isBlank()) {
                wrong(field, missing);
                return null;
            }
            return optional(field, text, rule);
        }

        <T> @Nullable T optional(String field, String text, Function<String, @Nullable T> rule) {
            if (text.isBlank()) {
                return null;
            }
            try {
                return rule.apply(text.strip());
            } catch (BadCell e) {
                wrong(field, e.reason());
                return null;
            }
        }

        void wrong(String field, String detail) {
            errors.add(new FieldError(prefix + field, detail));
        }
    }
}
