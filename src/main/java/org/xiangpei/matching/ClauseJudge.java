package org.xiangpei.matching;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Product;
import org.xiangpei.matching.Basis.Field;
import org.xiangpei.requirement.Demand;
import org.xiangpei.requirement.PriceUnit;
import org.xiangpei.requirement.Range;
import org.xiangpei.requirement.StandardNumber;
import org.xiangpei.shared.units.Units;

import static org.xiangpei.matching.ClauseResult.FAIL;
import static org.xiangpei.matching.ClauseResult.PASS;
import static org.xiangpei.matching.ClauseResult.UNKNOWN;

/**
 * Judges what a clause demands against what a product states: {@code pass}, {@code fail}, or {@code unknown} where nothing is
 * stated that would decide. Plain rules, no input and no output.
 */
final class ClauseJudge {

    /** The best of several certificates counts, then the one that lasts longest. */
    private static final Comparator<HeldCertificate> LONGEST = Comparator.comparing(
            held -> held.validity().until(), Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()));

    private ClauseJudge() {}

    /** @param day the day a certificate must be valid on */
    static Finding judge(Demand demand, ProductFacts facts, LocalDate day) {
        return switch (demand) {
            case Demand.OnProperty asked -> onProperty(asked, facts);
            case Demand.Held asked -> held(asked, facts.certificates(), day);
            case Demand.Conformity asked -> conformity(asked.standard(), facts.standards());
            case Demand.LeadTime asked -> leadTime(asked, facts.product());
            case Demand.Supply asked -> supply(asked, facts.product());
            case Demand.Price asked -> price(asked, facts.product());
        };
    }

    private static Finding onProperty(Demand.OnProperty asked, ProductFacts facts) {
        Statement statement = facts.statements().get(asked.property());
        return statement == null || statement.isEmpty()
                ? notStated(asked.property())
                : new Finding(judge(asked, statement), new Basis.Specified(statement));
    }

    /** @param statement of the property that is asked about; it may be empty */
    static ClauseResult judge(Demand.OnProperty demand, Statement statement) {
        if (statement.isEmpty()) {
            return UNKNOWN;
        }
        return switch (demand) {
            case Demand.Quantity asked -> quantity(asked, statement);
            case Demand.AnyOf asked -> anyOf(asked, statement);
            case Demand.Rank asked -> rank(asked, statement);
            case Demand.Flag asked -> flag(asked, statement);
        };
    }

    private static ClauseResult quantity(Demand.Quantity asked, Statement statement) {
        String unit = statement.term().unit();
        Range stated = statement.range();
        if (unit == null || stated == null || !(asked.unit().equals(unit) || Units.compatible(asked.unit(), unit))) {
            return UNKNOWN;
        }
        Range wanted =
                asked.range().convert(asked.unit(), unit, statement.term().temperatureDifference());
        return QuantityRule.judge(statement.term().better(), wanted, stated);
    }

    private static ClauseResult anyOf(Demand.AnyOf asked, Statement statement) {
        return statement.value() == null ? UNKNOWN : passIf(asked.values().contains(statement.normal()));
    }

    private static ClauseResult rank(Demand.Rank asked, Statement statement) {
        Integer rank = statement.rank();
        if (rank == null) {
            return UNKNOWN;
        }
        Integer lowest = asked.lowest();
        Integer highest = asked.highest();
        return passIf((lowest == null || rank >= lowest) && (highest == null || rank <= highest));
    }

    private static ClauseResult flag(Demand.Flag asked, Statement statement) {
        return switch (statement.normal()) {
            case "TRUE" -> passIf(asked.value());
            case "FALSE" -> passIf(!asked.value());
            default -> UNKNOWN;
        };
    }

    private static Finding held(Demand.Held asked, List<HeldCertificate> certificates, LocalDate day) {
        return certificates.stream()
                .filter(certificate -> certificate.type().isSame(asked.type()))
                .max(Comparator.comparing((HeldCertificate certificate) -> worth(certificate.on(day)))
                        .thenComparing(LONGEST))
                .map(best -> new Finding(best.on(day), new Basis.Certified(best)))
                .orElseGet(() -> notStated(asked.type().text()));
    }

    private static int worth(ClauseResult result) {
        return switch (result) {
            case PASS -> 2;
            case UNKNOWN -> 1;
            case FAIL -> 0;
        };
    }

    /** Nobody lists every standard that a product meets, so one that is not listed is only not stated. */
    private static Finding conformity(StandardNumber asked, List<StandardNumber> standards) {
        Optional<StandardNumber> exact =
                standards.stream().filter(standard -> standard.answers(asked)).findFirst();
        if (exact.isPresent()) {
            return new Finding(PASS, new Basis.Standardised(exact.get()));
        }
        return standards.stream()
                .filter(asked::hasNumberOf)
                .findFirst()
                .map(otherYear -> new Finding(UNKNOWN, new Basis.Standardised(otherYear)))
                .orElseGet(() -> notStated(asked.text()));
    }

    private static Finding leadTime(Demand.LeadTime asked, Product.Details product) {
        Integer days = product.leadTimeDays();
        return days == null
                ? notStated(Field.LEAD_TIME_DAYS.code())
                : new Finding(
                        passIf(Units.compare(BigDecimal.valueOf(days), asked.days()) <= 0),
                        new Basis.Stated(Field.LEAD_TIME_DAYS));
    }

    private static Finding supply(Demand.Supply asked, Product.Details product) {
        BigDecimal capacity = product.monthlyCapacity();
        if (capacity == null) {
            return notStated(Field.MONTHLY_CAPACITY.code());
        }
        ClauseResult result = Capacity.in(asked.unit(), product)
                .map(converted -> passIf(Units.compare(converted, asked.amount()) >= 0))
                .orElse(UNKNOWN);
        return new Finding(result, new Basis.Stated(Field.MONTHLY_CAPACITY));
    }

    private static Finding price(Demand.Price asked, Product.Details product) {
        if (product.priceLow() == null && product.priceHigh() == null) {
            return notStated(Field.PRICE.code());
        }
        ClauseResult result = isForTheSame(asked.per(), product.priceUnit())
                ? price(asked.amount(), product.priceLow(), product.priceHigh())
                : UNKNOWN;
        return new Finding(result, new Basis.Stated(Field.PRICE));
    }

    private static ClauseResult price(BigDecimal most, @Nullable BigDecimal low, @Nullable BigDecimal high) {
        if (high != null && Units.compare(high, most) <= 0) {
            return PASS;
        }
        return low != null && Units.compare(low, most) > 0 ? FAIL : UNKNOWN;
    }

    private static boolean isForTheSame(@Nullable String asked, @Nullable String priceUnit) {
        if (asked == null) {
            return true;
        }
        String per = priceUnit == null
                ? null
                : PriceUnit.of(priceUnit).map(PriceUnit::per).orElse(null);
        return per != null && PriceUnit.isSame(asked, per);
    }

    private static ClauseResult passIf(boolean satisfied) {
        return satisfied ? PASS : FAIL;
    }

    private static Finding notStated(String looked) {
        return new Finding(UNKNOWN, new Basis.NotStated(looked));
    }
}
