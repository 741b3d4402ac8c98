package org.xiangpei.matching.web;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.xiangpei.requirement.StatedCriterion;
import org.xiangpei.requirement.StatedLine;

/** The JSON of a match request. Every scalar is taken as text, so that all of them are judged, and refused, in one place. */
record MatchBody(
        @Schema(required = true, description = "1 to 500 lines") @Nullable
        List<@Nullable LineBody> lines,

        @Schema(
                description = "Only products listed and valid on this day are candidates; default today in China",
                examples = "2026-11-22")
        @Nullable
        String asOf,

        @Schema(description = "Most candidates a line, 1 to 500", defaultValue = "50") @Nullable
        Integer limit,

        @Schema(description = "Whether products that fail a mandatory clause are shown", defaultValue = "true")
        @Nullable
        Boolean nearMisses) {

    record LineBody(
            @Schema(required = true, description = "The buyer's own reference, unique in the request", examples = "1")
            @Nullable
            String ref,

            @Schema(
                    description = "What is needed, in words; may be left out where the category is named",
                    examples = "乘客电梯")
            @Nullable
            String name,

            @Nullable String description,

            @Schema(description = "Category code; then only products of it are candidates", examples = "elevator")
            @Nullable
            String category,

            @Schema(type = SchemaType.NUMBER, examples = "2") @Nullable
            String quantity,

            @Schema(examples = "台") @Nullable String unit,

            @Schema(description = "Place of delivery; it never changes the order", examples = "430100") @Nullable
            String deliverTo,

            @Schema(description = "Day on which certificates must be valid", examples = "2027-03-01") @Nullable
            String neededBy,

            @Nullable List<@Nullable CriterionBody> criteria) {

        StatedLine toStated() {
            return new StatedLine(
                    ref,
                    name,
                    description,
                    category,
                    quantity,
                    unit,
                    deliverTo,
                    neededBy,
                    present(criteria)
                            .map(criterion -> criterion == null ? CriterionBody.EMPTY : criterion)
                            .map(CriterionBody::toStated)
                            .toList());
        }
    }

    record CriterionBody(
            @Schema(
                    description =
                            "Property code; not with holds, conforms_to, delivers_within, supplies, price_at_most",
                    examples = "load_capacity")
            @Nullable
            String property,

            @Schema(
                    required = true,
                    enumeration = {
                        "at_least",
                        "at_most",
                        "between",
                        "equals",
                        "one_of",
                        "is",
                        "conforms_to",
                        "holds",
                        "delivers_within",
                        "supplies",
                        "price_at_most"
                    })
            @Nullable
            String operator,

            @Schema(
                    description =
                            "A number for quantities and days, true or false for flags, text otherwise; money as text",
                    oneOf = {Double.class, Boolean.class, String.class},
                    implementation = Object.class,
                    examples = "1000")
            @Nullable
            String value,

            @Schema(
                    description = "Upper end of between",
                    oneOf = {Double.class, String.class},
                    implementation = Object.class)
            @Nullable
            String valueMax,

            @Schema(description = "The values of one_of") @Nullable
            List<@Nullable String> values,

            @Schema(
                    description = "UCUM code or trade spelling; without it the property's own unit is meant",
                    examples = "kg")
            @Nullable
            String unit,

            @Schema(description = "A desired clause only ranks, a mandatory one decides", defaultValue = "true")
            @Nullable
            Boolean mandatory,

            @Schema(
                    type = SchemaType.INTEGER,
                    description = "How much a desired clause counts among the desired ones, 1 to 5",
                    defaultValue = "1",
                    examples = "3")
            @Nullable
            String weight) {

        static final CriterionBody EMPTY = new CriterionBody(null, null, null, null, null, null, null, null);

        StatedCriterion toStated() {
            return new StatedCriterion(
                    property,
                    operator,
                    value,
                    valueMax,
                    present(values).map(text -> Objects.toString(text, "")).toList(),
                    unit,
                    !Boolean.FALSE.equals(mandatory),
                    weight);
        }
    }

    private static final LineBody EMPTY_LINE = new LineBody(null, null, null, null, null, null, null, null, null);

    List<StatedLine> stated() {
        return present(lines)
                .map(line -> line == null ? EMPTY_LINE : line)
                .map(LineBody::toStated)
                .toList();
    }

    private static <T> Stream<T> present(@Nullable List<T> list) {
        return list == null ? Stream.empty() : list.stream();
    }
}
