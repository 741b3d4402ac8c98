package org.xiangpei.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Product;
import org.xiangpei.catalog.PropertyKind;
import org.xiangpei.catalog.Validity;
import org.xiangpei.matching.Basis.Field;
import org.xiangpei.requirement.Clause;
import org.xiangpei.requirement.Criterion;
import org.xiangpei.requirement.Demand;
import org.xiangpei.requirement.Range;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.units.Units;

import static org.xiangpei.matching.RangeText.number;
import static org.xiangpei.matching.RangeText.range;
import static org.xiangpei.matching.RangeText.withUnit;

/** Says a finding in words: what was required, what is offered, and on what evidence. */
final class Wording {

    private final Clause clause;
    private final ProductFacts facts;

    private Wording(Clause clause, ProductFacts facts) {
        this.clause = clause;
        this.facts = facts;
    }

    static Judgement of(Clause clause, Finding finding, ProductFacts facts, LocalDate day) {
        var wording = new Wording(clause, facts);
        return new Judgement(
                clause.criterion(),
                clause.label(),
                required(clause),
                wording.offered(finding, day),
                finding.result(),
                wording.evidence(finding.basis()));
    }

    /** What a clause asks, for a reader. */
    static String required(Clause clause) {
        Criterion criterion = clause.criterion();
        return switch (clause.demand()) {
            case Demand.Quantity asked -> (asked.range().isPoint() ? "= " : "") + range(asked.range(), asked.unit());
            case Demand.AnyOf asked ->
                criterion.values().isEmpty() ? text(criterion.value()) : String.join(" / ", criterion.values());
            case Demand.Rank asked -> ranks(asked, criterion);
            case Demand.Flag asked -> yesOrNo(Boolean.toString(asked.value()));
            case Demand.Held asked -> asked.type().text();
            case Demand.Conformity asked -> asked.standard().text();
            case Demand.LeadTime asked -> "≤ " + number(asked.days()) + " 天";
            case Demand.Supply asked -> "≥ " + supply(number(asked.amount()), asked.unit());
            case Demand.Price asked ->
                "≤ " + withUnit(number(asked.amount()), "元" + (asked.per() == null ? "" : "/" + asked.per()));
        };
    }

    private static String ranks(Demand.Rank asked, Criterion criterion) {
        if (asked.highest() == null) {
            return "不低于 " + criterion.value();
        }
        return asked.lowest() == null ? "不高于 " + criterion.value() : criterion.value() + "～" + criterion.valueMax();
    }

    private String offered(Finding finding, LocalDate day) {
        return switch (finding.basis()) {
            case Basis.NotStated nothing -> Labels.of(Evidence.Kind.NOT_STATED);
            case Basis.Specified specified -> offered(specified.statement());
            case Basis.Certified certified -> certificate(certified.certificate(), day);
            case Basis.Standardised standardised ->
                standardised.standard().text() + (finding.result() == ClauseResult.PASS ? "" : "（年号未载明或不同）");
            case Basis.Stated stated -> field(stated.field());
        };
    }

    /** In the buyer's unit, so that the two can be compared at a glance; as stated where that cannot be. */
    private String offered(Statement statement) {
        if (statement.isUnconvertible()) {
            return stated(statement) + "（单位无法换算）";
        }
        String unit = statement.unit();
        if (unit == null
                || !(clause.demand() instanceof Demand.Quantity asked)
                || !Units.compatible(unit, asked.unit())) {
            return stated(statement);
        }
        return range(
                statement.stated().convert(unit, asked.unit(), statement.term().temperatureDifference()), asked.unit());
    }

    private Evidence evidence(Basis basis) {
        return switch (basis) {
            case Basis.NotStated nothing -> new Evidence(Evidence.Kind.NOT_STATED, nothing.looked(), null);
            case Basis.Specified specified ->
                new Evidence(
                        Evidence.Kind.SPECIFICATION,
                        specified.statement().term().code(),
                        stated(specified.statement()));
            case Basis.Certified certified ->
                new Evidence(
                        Evidence.Kind.CERTIFICATE,
                        certified.certificate().number(),
                        certified.certificate().type().text() + "，"
                                + period(certified.certificate().validity()));
            case Basis.Standardised standardised ->
                new Evidence(
                        Evidence.Kind.STANDARD,
                        standardised.standard().text(),
                        standardised.standard().text());
            case Basis.Stated stated ->
                new Evidence(Evidence.Kind.FIELD, stated.field().code(), field(stated.field()));
        };
    }

    private static String stated(Statement statement) {
        String value = statement.value();
        if (value != null) {
            return statement.term().kind() == PropertyKind.FLAG ? yesOrNo(value) : value;
        }
        return range(statement.stated(), text(statement.unit()));
    }

    private String field(Field field) {
        Product.Details product = facts.product();
        return switch (field) {
            case LEAD_TIME_DAYS -> product.leadTimeDays() + " 天";
            case MONTHLY_CAPACITY -> withUnit(number(product.monthlyCapacity()), text(product.capacityUnit()));
            case PRICE -> range(new Range(product.priceLow(), product.priceHigh()), text(product.priceUnit()));
        };
    }

    private static String certificate(HeldCertificate certificate, LocalDate day) {
        String note =
                switch (certificate.on(day)) {
                    case PASS -> "";
                    case FAIL -> "（已过期）";
                    case UNKNOWN -> "（尚未生效）";
                };
        return certificate.type().text() + "，" + period(certificate.validity()) + note;
    }

    private static String period(Validity validity) {
        var parts = new ArrayList<String>(List.of("有效期"));
        if (validity.from() != null) {
            parts.add("自 " + validity.from());
        }
        if (validity.until() != null) {
            parts.add("至 " + validity.until());
        }
        return parts.size() == 1 ? "有效期未载明" : String.join(" ", parts);
    }

    private static String supply(String amount, @Nullable String unit) {
        return unit == null ? amount + "/月" : withUnit(amount, unit.replace("/mo", "/月"));
    }

    private static String yesOrNo(String flag) {
        return flag.equals("true") ? "是" : "否";
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
