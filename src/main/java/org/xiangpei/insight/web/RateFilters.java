package org.xiangpei.insight.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.web.CatalogOptions;
import org.xiangpei.insight.LocalSourcingReport;
import org.xiangpei.insight.web.RateView.Filters;
import org.xiangpei.ledger.Dimension;
import org.xiangpei.ledger.KindOfBuyer;
import org.xiangpei.ledger.Period;
import org.xiangpei.ledger.PurchaseFigures;
import org.xiangpei.ledger.Scope;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.web.Figures;
import org.xiangpei.shared.web.Option;

/** The filters of the rate page, with what is chosen in them. */
@ApplicationScoped
public class RateFilters {

    private final CatalogOptions catalogue;

    RateFilters(CatalogOptions catalogue) {
        this.catalogue = catalogue;
    }

    @Transactional
    Filters of(LocalSourcingReport report) {
        return filters(
                report.scope(), report.period(), report.asOf(), groupings(Objects.requireNonNull(report.groupBy())));
    }

    /** Without groups. */
    @Transactional
    public Filters of(Scope scope, Period period, LocalDate asOf) {
        return filters(scope, period, asOf, List.of());
    }

    private Filters filters(Scope scope, Period period, LocalDate asOf, List<Option> groupings) {
        CatalogOptions.Options options = catalogue.of(scope.chain(), scope.category());
        return new Filters(
                period.from().toString(),
                period.to().toString(),
                asOf.toString(),
                groupings,
                cities(scope),
                kinds(scope),
                chains(options.chains(), scope),
                options.categories(),
                scope.buyer());
    }

    private static List<Option> groupings(Dimension chosen) {
        return Arrays.stream(Dimension.values())
                .map(it -> new Option(it.code(), label(it), it == chosen))
                .toList();
    }

    static String label(Dimension dimension) {
        return Labels.of("groupBy", dimension.code());
    }

    private static List<Option> cities(Scope scope) {
        return Arrays.stream(City.values())
                .map(city -> new Option(city.code(), city.label(), city == scope.buyerCity()))
                .toList();
    }

    /** With what belongs to no category of the catalogue. */
    private static List<Option> chains(List<Option> ofCatalogue, Scope scope) {
        String outside = PurchaseFigures.OUTSIDE_CHAIN;
        return Stream.concat(
                        ofCatalogue.stream(),
                        Stream.of(new Option(outside, outside + "（不属于目录里的品类）", outside.equals(scope.chain()))))
                .toList();
    }

    private static List<Option> kinds(Scope scope) {
        return Arrays.stream(KindOfBuyer.values())
                .map(kind -> new Option(kind.code(), Labels.of(kind), kind == scope.buyerKind()))
                .toList();
    }

    /** What a page of figures says of the sample data in it; null where there is none. */
    public static @Nullable String sampleNote(long illustrative) {
        return illustrative == 0
                ? null
                : "以下数字依据的采购记录和需求行中，有 %s 条是示例数据，不反映任何单位的真实采购。".formatted(Figures.number(illustrative));
    }
}
