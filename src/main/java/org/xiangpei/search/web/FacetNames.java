package org.xiangpei.search.web;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import org.xiangpei.search.Facet;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Labels;

/** The Chinese names of facet values. */
@ApplicationScoped
class FacetNames {

    private final EntityManager entities;

    FacetNames(EntityManager entities) {
        this.entities = entities;
    }

    /** Names of categories by code. */
    @Transactional
    Map<String, String> categories() {
        return entities.createQuery("select code, details.name from Category", Tuple.class).getResultList().stream()
                .collect(Collectors.toMap(row -> row.get(0, String.class), row -> row.get(1, String.class)));
    }

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
