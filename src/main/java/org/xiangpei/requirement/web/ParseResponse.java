package org.xiangpei.requirement.web;

import java.math.BigDecimal;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.xiangpei.requirement.Criterion;
import org.xiangpei.requirement.Operator;
import org.xiangpei.requirement.intake.NotUnderstood;
import org.xiangpei.requirement.intake.ReadCriterion;
import org.xiangpei.requirement.intake.ReadLine;
import org.xiangpei.requirement.intake.ReadText;
import org.xiangpei.requirement.intake.Source;

/**
 * The JSON of a text that was read.
 *
 * @param text what the offsets lead into; only for documents, as who sent a text has it
 */
record ParseResponse(
        List<LineResponse> lines,

        @Schema(description = "What was not understood and belongs to no line")
        List<UnparsedResponse> unparsed,

        @Schema(description = "The text taken out of a document; offsets lead into it")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String text) {

    record LineResponse(
            @Schema(examples = "1") String ref,
            @Schema(examples = "乘客电梯") String name,
            @Nullable BigDecimal quantity,
            @Schema(examples = "台") @Nullable String unit,

            @Schema(description = "Category code, null when the name means none", examples = "elevator") @Nullable
            String category,

            List<CriterionResponse> criteria,

            @Schema(description = "Words of this line that were not understood, and clauses that contradict each other")
            List<UnparsedResponse> unparsed,

            @Schema(description = "The words that name the item and its quantity")
            Source source) {}

    /** As {@code POST /api/v1/matches} takes it, with the words it came from. */
    record CriterionResponse(
            @Nullable String property,
            Operator operator,

            @Schema(
                    description =
                            "A number for quantities and days, true or false for flags, text otherwise; money as text")
            @Nullable
            Object value,

            @Nullable Object valueMax,
            List<String> values,
            @Nullable String unit,
            boolean mandatory,
            Source source) {}

    record UnparsedResponse(
            int start,
            int end,
            String text,
            @Schema(examples = "没有对应的参数或写法不明") String reason) {}

    static ParseResponse of(ReadText read, boolean withText) {
        return new ParseResponse(
                read.lines().stream().map(ParseResponse::line).toList(),
                read.unparsed().stream().map(ParseResponse::unparsed).toList(),
                withText ? read.text() : null);
    }

    private static LineResponse line(ReadLine line) {
        return new LineResponse(
                line.ref(),
                line.name(),
                line.quantity(),
                line.unit(),
                line.category(),
                line.criteria().stream().map(ParseResponse::criterion).toList(),
                line.unparsed().stream().map(ParseResponse::unparsed).toList(),
                line.source());
    }

    private static CriterionResponse criterion(ReadCriterion read) {
        Criterion it = read.criterion();
        return new CriterionResponse(
                it.property(),
                it.operator(),
                typed(it.operator(), it.value()),
                typed(it.operator(), it.valueMax()),
                it.values(),
                it.unit(),
                it.mandatory(),
                read.source());
    }

    /** Numbers are numbers where the operator compares; money stays text. */
    private static @Nullable Object typed(Operator operator, @Nullable String value) {
        return switch (operator) {
            case AT_LEAST, AT_MOST, BETWEEN, EQUALS, DELIVERS_WITHIN, SUPPLIES -> number(value);
            case IS -> "true".equals(value) || "false".equals(value) ? Boolean.valueOf(value) : value;
            case ONE_OF, CONFORMS_TO, HOLDS, PRICE_AT_MOST -> value;
        };
    }

    /** Ordered options (IP54, F) are compared too, and are no numbers. */
    private static @Nullable Object number(@Nullable String value) {
        return value != null && value.matches("-?\\d{1,30}(\\.\\d{1,30})?") ? new BigDecimal(value) : value;
    }

    private static UnparsedResponse unparsed(NotUnderstood it) {
        return new UnparsedResponse(
                it.source().start(), it.source().end(), it.source().text(), it.reason());
    }
}
