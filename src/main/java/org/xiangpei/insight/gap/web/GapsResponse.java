package org.xiangpei.insight.gap.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.xiangpei.insight.gap.DemandSums;
import org.xiangpei.insight.gap.GapItem;
import org.xiangpei.insight.gap.GapReport;
import org.xiangpei.insight.gap.GapState;
import org.xiangpei.insight.gap.Lack;
import org.xiangpei.insight.gap.NearProduct;
import org.xiangpei.insight.gap.Nearness;
import org.xiangpei.matching.Improvement;
import org.xiangpei.matching.Improvement.Direction;
import org.xiangpei.shared.Money;
import org.xiangpei.shared.Provenance;
import org.xiangpei.shared.Rate;

/** The gap ledger in JSON. */
@Schema(name = "Gaps")
record GapsResponse(
        LocalDate asOf,

        @Schema(description = "illustrative as soon as one line behind it is sample data")
        Provenance provenance,

        @Schema(description = "All posted lines that count on the day, of the city asked for or of all")
        LinesResponse lines,

        @Schema(description = "Unmet lines in the gaps asked for, listed or withheld")
        long unmetLines,

        @Schema(
                description =
                        "Gaps that are not listed: their lines are few, and none was published to all firms with its buyer")
        WithheldResponse withheld,

        @Schema(description = "Lines that were changed a moment ago and are not counted yet")
        long waiting,

        int page,
        int size,
        long total,
        List<GapResponse> items) {

    @Schema(name = "GapLines")
    record LinesResponse(
            long all,

            @Schema(description = "With a qualified product")
            long qualified,

            @Schema(description = "With a product that may do")
            long possible,

            @Schema(description = "With neither") long none,
            @Schema(description = "Neither met nor unmet") long unmatched) {}

    @Schema(name = "GapsWithheld")
    record WithheldResponse(long gaps, long lines) {}

    record CategoryResponse(String code, String name) {}

    @Schema(name = "GapLack")
    record LackResponse(
            @Schema(examples = "rated_speed") String property,
            @Schema(examples = "额定速度") String label,

            @Nullable @Schema(description = "Null where the gap is hidden", examples = "不低于 4～8 m/s")
            String asked) {

        static LackResponse of(Lack lack) {
            return new LackResponse(lack.property(), lack.label(), lack.asked().isEmpty() ? null : lack.asked());
        }
    }

    @Schema(name = "GapQuantity")
    record QuantityResponse(String amount, @Nullable String unit) {

        static QuantityResponse of(DemandSums.Quantity quantity) {
            return new QuantityResponse(quantity.amount().stripTrailingZeros().toPlainString(), quantity.unit());
        }
    }

    @Schema(name = "GapChange")
    record ChangeResponse(
            String property,
            String label,
            Direction direction,
            String from,
            @Nullable String to) {

        static ChangeResponse of(Improvement change) {
            return new ChangeResponse(
                    change.key(),
                    change.label(),
                    change.direction(),
                    change.from(),
                    change.to().isEmpty() ? null : change.to());
        }
    }

    @Schema(name = "GapNearProduct", description = "By the catalogue of today, whatever the as-of day")
    record NearResponse(
            String product,
            String productName,
            String firm,
            String firmName,

            @Nullable @Schema(description = "Lines it would meet; null where the gap is hidden")
            Integer lines,

            @Schema(description = "What would have to change; empty where it only has to be asked")
            List<ChangeResponse> changes) {

        static NearResponse of(NearProduct near) {
            return new NearResponse(
                    near.product(),
                    near.productName(),
                    near.firm(),
                    near.firmName(),
                    near.lines() == 0 ? null : near.lines(),
                    near.changes().stream().map(ChangeResponse::of).toList());
        }
    }

    @Schema(name = "Gap")
    record GapResponse(
            @Schema(examples = "elevator-0a1b2c3d4e") String key,
            CategoryResponse category,
            String chain,

            @Schema(description = "Empty where the catalogue has nothing to judge by")
            List<LackResponse> lacks,

            GapState state,
            @Nullable Nearness near,

            @Schema(
                    description =
                            "Fewer than 5 lines, or of one buyer, stand behind it: only who may see these sees the numbers")
            boolean hidden,

            @Nullable Long lines,

            @Nullable @Schema(description = "Lines with no product at all")
            Long none,

            @Nullable @Schema(description = "Lines with a product that may do")
            Long possible,

            @Nullable Long buyers,
            @Nullable List<QuantityResponse> quantities,

            @Nullable
            @Schema(
                    description = "CNY, two digits; only where no budget of a single line can be told from it",
                    examples = "620000.00")
            String budget,

            @Nullable @Schema(description = "lines ÷ all lines", examples = "0.004594")
            BigDecimal coveragePoints,

            @Nullable @Schema(description = "At most: budget ÷ all purchases, as of today", examples = "0.000120")
            BigDecimal awardValuePoints,

            @Nullable LocalDate firstSeen,

            @Nullable @Schema(description = "Since when it is closed")
            LocalDate closedOn,

            @Nullable @Schema(description = "Which bureau follows it")
            String follower,

            long firmsTold,
            Provenance provenance,
            List<NearResponse> nearest,
            @Schema(description = "Its page") String href) {

        static GapResponse of(GapItem gap) {
            DemandSums demand = gap.demand().orElse(null);
            return new GapResponse(
                    gap.code(),
                    new CategoryResponse(gap.category(), gap.categoryName()),
                    gap.chain(),
                    gap.lacks().stream().map(LackResponse::of).toList(),
                    gap.state(),
                    gap.nearness().orElse(null),
                    gap.hidden(),
                    demand == null ? null : demand.lines(),
                    demand == null ? null : demand.none(),
                    demand == null ? null : demand.possible(),
                    demand == null ? null : demand.buyers(),
                    demand == null
                            ? null
                            : demand.quantities().stream()
                                    .map(QuantityResponse::of)
                                    .toList(),
                    gap.demand()
                            .flatMap(DemandSums::budget)
                            .map(Money::toString)
                            .orElse(null),
                    gap.gain().flatMap(Rate::value).orElse(null),
                    gap.awardGain().flatMap(Rate::value).orElse(null),
                    gap.firstSeen().orElse(null),
                    gap.metOn().orElse(null),
                    gap.follower().orElse(null),
                    gap.firmsTold(),
                    gap.illustrative() ? Provenance.ILLUSTRATIVE : Provenance.DOCUMENTED,
                    gap.nearest().stream()
                            .limit(GapViews.NEAREST_SHOWN)
                            .map(NearResponse::of)
                            .toList(),
                    "/gaps/" + gap.code());
        }
    }

    static GapsResponse of(GapReport report) {
        GapReport.LineCounts lines = report.lines();
        return new GapsResponse(
                report.asOf(),
                lines.illustrative() > 0 ? Provenance.ILLUSTRATIVE : Provenance.DOCUMENTED,
                new LinesResponse(lines.all(), lines.met(), lines.possible(), lines.none(), lines.unmatched()),
                report.unmetLines(),
                new WithheldResponse(report.withheld().gaps(), report.withheld().lines()),
                report.waiting(),
                report.gaps().page(),
                report.gaps().size(),
                report.gaps().total(),
                report.gaps().items().stream().map(GapResponse::of).toList());
    }
}
