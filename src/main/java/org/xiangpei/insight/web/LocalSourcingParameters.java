package org.xiangpei.insight.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.xiangpei.insight.LocalSourcingQuery;
import org.xiangpei.ledger.Dimension;
import org.xiangpei.ledger.Scope;
import org.xiangpei.shared.City;
import org.xiangpei.shared.RuleViolation;

/** The query string of the local sourcing rate, as the resource and the page read it. An empty parameter is none. */
public class LocalSourcingParameters {

    private static final Pattern MONTH = Pattern.compile("(19|2\\d)\\d{2}-\\d{2}");
    private static final Pattern DAY = Pattern.compile("(19|2\\d)\\d{2}-\\d{2}-\\d{2}");

    @RestQuery
    @Parameter(
            in = ParameterIn.QUERY,
            description = "First day (ISO date), or a month such as 2024-01. Default: the day of the first purchase.",
            example = "2024-01-01")
    @Nullable
    String from;

    @RestQuery
    @Parameter(
            in = ParameterIn.QUERY,
            description = "Last day, included, or a month such as 2024-12 to its last day. Default: asOf.",
            example = "2024-12-31")
    @Nullable
    String to;

    @RestQuery
    @Parameter(
            in = ParameterIn.QUERY,
            description = "What was known at the end of this day (Asia/Shanghai) counts. Default: today.",
            example = "2025-06-30")
    @Nullable
    String asOf;

    @RestQuery
    @Parameter(
            in = ParameterIn.QUERY,
            description = "What the groups are. Without it there is the total alone.",
            schema =
                    @Schema(
                            enumeration = {"buyer", "buyerCity", "category", "chain", "month", "quarter", "year"},
                            examples = "quarter"))
    @Nullable
    String groupBy;

    @RestQuery
    @Parameter(in = ParameterIn.QUERY, description = "Only this buyer, by its code.", example = "B001")
    @Nullable
    String buyer;

    @RestQuery
    @Parameter(
            in = ParameterIn.QUERY,
            description = "Only buyers of this city, by its GB/T 2260 code.",
            example = "430200")
    @Nullable
    String buyerCity;

    @RestQuery
    @Parameter(in = ParameterIn.QUERY, description = "Only this category, by its code.", example = "elevator")
    @Nullable
    String category;

    @RestQuery
    @Parameter(in = ParameterIn.QUERY, description = "Only this industrial chain.", example = "轨道交通")
    @Nullable
    String chain;

    /** @throws RuleViolation {@code bad-request} saying which parameter is wrong and what would be right */
    public LocalSourcingQuery toQuery() {
        return new LocalSourcingQuery(
                day("from", from, false), day("to", to, true), day("asOf", asOf, true), dimension(), scope());
    }

    /** The scope alone. */
    Scope scope() {
        return new Scope(given(buyer), city(), given(category), given(chain));
    }

    private @Nullable Dimension dimension() {
        String code = given(groupBy);
        return code == null
                ? null
                : Dimension.of(code).orElseThrow(() -> refused("groupBy", code, "以下之一：" + dimensions()));
    }

    private static String dimensions() {
        return Arrays.stream(Dimension.values()).map(Dimension::code).collect(Collectors.joining("、"));
    }

    private @Nullable City city() {
        String code = given(buyerCity);
        return code == null
                ? null
                : Arrays.stream(City.values())
                        .filter(it -> it.code().equals(code))
                        .findFirst()
                        .orElseThrow(() -> refused("buyerCity", code, "以下之一：430100（长沙）、430200（株洲）、430300（湘潭）"));
    }

    static @Nullable LocalDate day(String parameter, @Nullable String text, boolean lastOfMonth) {
        String value = given(text);
        if (value == null) {
            return null;
        }
        try {
            if (MONTH.matcher(value).matches()) {
                YearMonth month = YearMonth.parse(value);
                return lastOfMonth ? month.atEndOfMonth() : month.atDay(1);
            }
            if (DAY.matcher(value).matches()) {
                return LocalDate.parse(value);
            }
        } catch (DateTimeException e) {
            // Falls through: 2024-02-30 looks like a date but is none.
        }
        throw refused(parameter, value, "真实存在的日期 年-月-日，例如 2024-03-31，或月份 2024-03");
    }

    private static RuleViolation refused(String parameter, String value, String expected) {
        return new RuleViolation("bad-request", "%s=%s 有误；应为%s".formatted(parameter, shortened(value), expected));
    }

    private static String shortened(String value) {
        return value.length() <= 40 ? value : value.substring(0, 40) + "…";
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
