package org.xiangpei.catalog;

import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

/** Asks all features what is to be said of a product. */
@ApplicationScoped
public class FlaggedProducts {

    private final Instance<ProductFlags> sources;

    FlaggedProducts(Instance<ProductFlags> sources) {
        this.sources = sources;
    }

    public List<ProductFlags.Flag> of(ProductProfile product, LocalDate day) {
        return sources.stream().flatMap(it -> it.of(product, day).stream()).toList();
    }
}
