package org.xiangpei.search.web;

import java.util.Map;
import java.util.function.Function;

import org.xiangpei.search.Facet;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Labels;

/** The Chinese names of facet values. */
final class FacetNames {

    private FacetNames() {}

    /** How a value is shown; chains and certificates are their own names. */
    static Function<String, String> of(Facet facet, Map<String, String> categories) {
        return switch (facet) {
            case CITY -> value -> City.of(value).map(City::label).orElse(value);
            case CATEGORY -> value -> categories.getOrDefault(value, value);
            case PROVENANCE -> value -> Labels.find("provenance", value).orElse(value);
            case CHAIN, CERTIFICATE -> Function.identity();
        };
    }
}
