package org.xiangpei.insight.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.xiangpei.catalog.Categories;
import org.xiangpei.catalog.Category;
import org.xiangpei.insight.LocalSourcingQuery;
import org.xiangpei.insight.LocalSourcingReport;
import org.xiangpei.insight.web.RateView.Filters;
import org.xiangpei.insight.web.RateView.Option;
import org.xiangpei.insight.web.RateView.OptionGroup;
import org.xiangpei.ledger.Dimension;
import org.xiangpei.ledger.Period;
import org.xiangpei.ledger.Scope;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Labels;

/** The filters of the rate page, with what is chosen in them. */
@ApplicationScoped
public class RateFilters {

    private final Categories categories;

    RateFilters(Categories categories) {
        this.categories = categories;
    }

    @Transactional
    Filters of(LocalSourcingQuery query, LocalSourcingReport report) {
        return filters(
                query.scope(), report.period(), report.asOf(), groupings(Objects.requireNonNull(report.groupBy())));
    }

    /** Without groups. */
    @Transactional
    public Filters of(Scope scope, Period period, LocalDate asOf) {
        return filters(scope, period, asOf, List.of());
    }

    private Filters filters(Scope scope, Period period, LocalDate asOf, List<Option> groupings) {
        List<Category> all = categories.list("order by details.chain, details.name");
        return new Filters(
                period.from().toString(),
                period.to().toString(),
                asOf.toString(),
                groupings,
                cities(scope),
                chains(scope, all),
                categories(scope, all),
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

    private static List<Option> chains(Scope scope, List<Category> all) {
        return all.stream()
                .map(category -> category.details().chain())
                .distinct()
                .map(chain -> new Option(chain, chain, chain.equals(scope.chain())))
                .toList();
    }

    private static List<OptionGroup> categories(Scope scope, List<Category> all) {
        var groups = new LinkedHashMap<String, List<Option>>();
        for (Category category : all) {
            groups.computeIfAbsent(category.details().chain(), chain -> new ArrayList<>())
                    .add(new Option(
                            category.code(),
                            category.details().name(),
                            category.code().equals(scope.category())));
        }
        return groups.entrySet().stream()
                .map(group -> new OptionGroup(group.getKey(), group.getValue()))
                .toList();
    }
}
