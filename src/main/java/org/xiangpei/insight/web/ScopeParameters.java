package org.xiangpei.insight.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.regex.Pattern;

import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.xiangpei.ledger.KindOfBuyer;
import org.xiangpei.ledger.Scope;
import org.xiangpei.shared.City;
import org.xiangpei.shared.RuleViolation;

/** What part of the ledger a figure is of, as query strings say it; and how their values are read. An empty parameter is none. */
public abstract class ScopeParameters {

    private static final Pattern MONTH = Pattern.compile("(19|2\\d)\\d{2}-\\d{2}");
    private static final Pattern DAY = Pattern.compile("(19|2\\d)\\d{2}-\\d{2}-\\d{2}");

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
    @Parameter(
            in = ParameterIn.QUERY,
            description = "Only this industrial chain; 目录外 is what belongs to no category of the catalogue.",
            example = "轨道交通")
    @Nullable
    String chain;

    @RestQuery
    @Parameter(
            in = ParameterIn.QUERY,
            description = "Only buyers of this kind; unknown are those of which no record says it.",
            schema = @Schema(enumeration = {"manufacturer", "public_body", "unknown"}))
    @Nullable
    String buyerKind;

    /** @throws RuleViolation {@code bad-request} for a city that is none of the three, or a kind of buyers that is none */
    Scope scope() {
        return new Scope(given(buyer), city(), given(category), given(chain), kind());
    }

    private @Nullable KindOfBuyer kind() {
        String code = given(buyerKind);
        return code == null
                ? null
                : KindOfBuyer.of(code)
                        .orElseThrow(() ->
                                refused("buyerKind", code, "以下之一：manufacturer（制造企业）、public_body（公共机构）、unknown（类型不明）"));
    }

    private @Nullable City city() {
        return city("buyerCity", buyerCity);
    }

    /** @throws RuleViolation {@code bad-request} for a city that is none of the three */
    public static @Nullable City city(String parameter, @Nullable String text) {
        String code = given(text);
        return code == null
                ? null
                : Arrays.stream(City.values())
                        .filter(it -> it.code().equals(code))
                        .findFirst()
                        .orElseThrow(() -> refused(parameter, code, "以下之一：430100（长沙）、430200（株洲）、430300（湘潭）"));
    }

    /**
     * A day, or a month by its first or last day.
     *
     * @throws RuleViolation {@code bad-request} for anything else
     */
    public static @Nullable LocalDate day(String parameter, @Nullable String text, boolean lastOfMonth) {
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

    static RuleViolation refused(String parameter, String value, String expected) {
        return new RuleViolation("bad-request", "%s=%s 有误；应为%s".formatted(parameter, shortened(value), expected));
    }

    private static String shortened(String value) {
        return value.length() <= 40 ? value : value.substring(0, 40) + "…";
    }

    public static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
