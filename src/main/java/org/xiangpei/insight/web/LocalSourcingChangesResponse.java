package org.xiangpei.insight.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.xiangpei.insight.ChangeReport;
import org.xiangpei.insight.RateChange;
import org.xiangpei.insight.RateChange.Worth;
import org.xiangpei.insight.web.LocalSourcingResponse.RateResponse;
import org.xiangpei.ledger.Cause;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.Provenance;

/** Why the local sourcing rate changed, in JSON. */
@Schema(name = "LocalSourcingChanges")
record LocalSourcingChangesResponse(
        LocalDate asOfBefore,
        LocalDate asOfAfter,
        LocalDate from,
        LocalDate to,

        @Schema(description = "illustrative as soon as one record behind it is sample data")
        Provenance provenance,

        RateChangeResponse awardValueRate,
        RateChangeResponse lineCountRate,
        RateChangeResponse coverageRate,
        RateChangeResponse declaredContentRate,
        RateChangeResponse recognisedShare) {

    @Schema(name = "RateChange")
    record RateChangeResponse(
            RateResponse before,
            RateResponse after,

            @Nullable @Schema(description = "after less before; null when one of them is", examples = "0.012345")
            BigDecimal difference,

            @Schema(description = "By reasons; their differences are together exactly the difference")
            List<PartResponse> parts) {

        static RateChangeResponse of(RateChange change) {
            return new RateChangeResponse(
                    RateResponse.of(change.before()),
                    RateResponse.of(change.after()),
                    change.difference(),
                    change.parts().stream().map(PartResponse::of).toList());
        }
    }

    @Schema(name = "RateChangePart")
    record PartResponse(
            @Schema(description = "The reason") Cause cause,
            @Schema(examples = "新登记的采购") String label,

            @Schema(description = "Facts that changed for this reason")
            long records,

            @Nullable @Schema(description = "By how much the numerator changed", examples = "123450.00")
            String numerator,

            @Nullable @Schema(examples = "200000.00") String denominator,
            @Nullable @Schema(examples = "0.010000") BigDecimal difference,

            @Schema(
                    description =
                            "Fewer than 5 records, or what would tell such a part by subtraction: only those who may read the records see it")
            boolean hidden) {

        static PartResponse of(RateChange.Part part) {
            Optional<Worth> worth = part.worth();
            return new PartResponse(
                    part.cause(),
                    Labels.of(part.cause()),
                    part.records(),
                    worth.map(it -> it.numerator().toPlainString()).orElse(null),
                    worth.map(it -> it.denominator().toPlainString()).orElse(null),
                    worth.map(Worth::points).orElse(null),
                    worth.isEmpty());
        }
    }

    static LocalSourcingChangesResponse of(ChangeReport report) {
        var numbers = report.numbers();
        return new LocalSourcingChangesResponse(
                report.asOfBefore(),
                report.asOfAfter(),
                report.period().from(),
                report.period().to(),
                report.illustrative() > 0 ? Provenance.ILLUSTRATIVE : Provenance.DOCUMENTED,
                RateChangeResponse.of(numbers.awardValue()),
                RateChangeResponse.of(numbers.lineCount()),
                RateChangeResponse.of(numbers.coverage()),
                RateChangeResponse.of(numbers.declaredContent()),
                RateChangeResponse.of(numbers.recognised()));
    }
}
