package org.xiangpei.insight.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.xiangpei.insight.Figure;
import org.xiangpei.insight.Flow;
import org.xiangpei.insight.LocalSourcingReport;
import org.xiangpei.shared.Money;
import org.xiangpei.shared.Provenance;
import org.xiangpei.shared.Rate;

/** The local sourcing rate in JSON. */
@Schema(name = "LocalSourcing")
record LocalSourcingResponse(
        LocalDate asOf,
        LocalDate from,
        LocalDate to,
        @Nullable @Schema(examples = "quarter") String groupBy,

        @Schema(description = "illustrative as soon as one record behind the total is sample data")
        Provenance provenance,

        @Schema(examples = "含示例数据：台账记录与需求行为示例，不代表真实采购") @Nullable
        String provenanceNote,

        NumbersResponse total,

        @Schema(description = "Groups that have facts: in time order, or by falling amount, hidden ones last")
        List<GroupResponse> groups,

        @Schema(
                description =
                        "Money from the city of the buyer to the city of production; pairs without money are left out")
        List<FlowResponse> flows) {

    record GroupResponse(
            @Schema(examples = "2024Q3") String key,
            @Schema(examples = "2024年第3季度") String label,
            RateResponse awardValueRate,
            RateResponse lineCountRate,
            RateResponse coverageRate,
            RateResponse declaredContentRate,
            RateResponse recognisedShare) {}

    @Schema(name = "LocalSourcingNumbers")
    record NumbersResponse(
            @Schema(description = "Local amount ÷ total amount")
            RateResponse awardValueRate,

            @Schema(description = "Local lines ÷ all lines") RateResponse lineCountRate,

            @Schema(
                    description =
                            "Requirement lines with a qualified recognised product ÷ all; unknown are the possible")
            RateResponse coverageRate,

            @Schema(description = "Σ amount × declared local content ÷ total amount; unknown is the undeclared amount")
            RateResponse declaredContentRate,

            @Schema(description = "Amount of recognised products ÷ total amount")
            RateResponse recognisedShare) {

        static NumbersResponse of(LocalSourcingReport.Numbers numbers) {
            return new NumbersResponse(
                    RateResponse.of(numbers.awardValue()),
                    RateResponse.of(numbers.lineCount()),
                    RateResponse.of(numbers.coverage()),
                    RateResponse.of(numbers.declaredContent()),
                    RateResponse.of(numbers.recognised()));
        }
    }

    @Schema(
            name = "Rate",
            description =
                    "A share with what it rests on. Decimal strings: CNY with tax for rates by value, counts for the others.")
    record RateResponse(
            @Nullable
            @Schema(
                    description = "0 to 1, six decimals; null when the denominator is 0 or hidden",
                    examples = "0.412345")
            BigDecimal value,

            @Nullable @Schema(examples = "4123450.00") String numerator,
            @Nullable @Schema(examples = "10000000.00") String denominator,

            @Schema(description = "How many facts stand behind it", examples = "120")
            long records,

            @Nullable @Schema(description = "0 to 1: counted as not in the numerator", examples = "0.081200")
            BigDecimal unknownShare,

            @Schema(
                    description =
                            "Fewer than 5 records, or what would tell such a figure by subtraction: only those who may read the records see the rate")
            boolean hidden,

            @Nullable @Schema(examples = "不到 5 条记录的，以及能用合计减出这样一项的，只有能看到这些记录的人看得到")
            String hiddenReason) {

        static RateResponse of(Figure figure) {
            return figure.rate()
                    .map(RateResponse::shown)
                    .orElseGet(() -> new RateResponse(
                            null, null, null, figure.records(), null, true, "不到 5 条记录的，以及能用合计减出这样一项的，只有能看到这些记录的人看得到"));
        }

        private static RateResponse shown(Rate rate) {
            return new RateResponse(
                    rate.value().orElse(null),
                    rate.numerator().toPlainString(),
                    rate.denominator().toPlainString(),
                    rate.records(),
                    rate.unknownShare().orElse(null),
                    false,
                    null);
        }
    }

    record FlowResponse(
            @Schema(examples = "430100") String buyerCity,
            @Schema(examples = "430200") String productionCity,

            @Nullable @Schema(description = "Null where hidden, by the rule of a rate", examples = "1234567.00")
            String amount,

            long records) {

        static FlowResponse of(Flow flow) {
            return new FlowResponse(
                    flow.buyerCity().code(),
                    flow.productionCity().code(),
                    flow.amount().money().map(Money::toString).orElse(null),
                    flow.amount().records());
        }
    }

    static LocalSourcingResponse of(LocalSourcingReport report) {
        boolean sample = report.illustrative() > 0;
        var dimension = report.groupBy();
        return new LocalSourcingResponse(
                report.asOf(),
                report.period().from(),
                report.period().to(),
                dimension == null ? null : dimension.code(),
                sample ? Provenance.ILLUSTRATIVE : Provenance.DOCUMENTED,
                sample ? "含示例数据：其中 " + report.illustrative() + " 条台账记录与需求行为示例，不代表真实采购" : null,
                NumbersResponse.of(report.total()),
                report.groups().stream().map(LocalSourcingResponse::group).toList(),
                report.flows().stream().map(FlowResponse::of).toList());
    }

    private static GroupResponse group(LocalSourcingReport.Group group) {
        var numbers = NumbersResponse.of(group.numbers());
        return new GroupResponse(
                group.key(),
                group.label(),
                numbers.awardValueRate(),
                numbers.lineCountRate(),
                numbers.coverageRate(),
                numbers.declaredContentRate(),
                numbers.recognisedShare());
    }
}
