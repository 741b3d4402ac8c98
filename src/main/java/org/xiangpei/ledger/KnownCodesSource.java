package org.xiangpei.ledger;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.xiangpei.catalog.Categories;
import org.xiangpei.catalog.Firm;
import org.xiangpei.catalog.Firms;
import org.xiangpei.catalog.Product;
import org.xiangpei.catalog.Products;
import org.xiangpei.catalog.Regions;
import org.xiangpei.shared.City;

/** Reads the catalogue's codes once for a file. */
@ApplicationScoped
class KnownCodesSource {

    private final Categories categories;
    private final Products products;
    private final Firms firms;
    private final Regions regions;

    KnownCodesSource(Categories categories, Products products, Firms firms, Regions regions) {
        this.categories = categories;
        this.products = products;
        this.firms = firms;
        this.regions = regions;
    }

    KnownCodes read() {
        return new KnownCodes(
                categories(),
                products.streamAll().collect(Collectors.toMap(Product::code, Product::details)),
                firms(),
                regions());
    }

    private KnownCodes.Firms firms() {
        List<Firm> all = firms.listAll();
        return new KnownCodes.Firms(
                all.stream().map(Firm::code).collect(Collectors.toSet()),
                all.stream()
                        .filter(it -> it.details().uscc() != null)
                        .collect(Collectors.toMap(
                                it -> String.valueOf(it.details().uscc()), Firm::code)),
                byName(all));
    }

    /** A name that two firms have names neither. */
    private static Map<String, String> byName(List<Firm> firms) {
        var codes = new HashMap<String, String>();
        var shared = new HashSet<String>();
        for (Firm firm : firms) {
            String name = KnownCodes.plain(firm.details().name());
            if (codes.putIfAbsent(name, firm.code()) != null) {
                shared.add(name);
            }
        }
        codes.keySet().removeAll(shared);
        return codes;
    }

    private Map<String, String> categories() {
        var codes = new HashMap<String, String>();
        categories.streamAll().forEach(it -> it.details().synonyms().forEach(word -> codes.put(word, it.code())));
        categories.streamAll().forEach(it -> {
            codes.put(it.details().name(), it.code());
            codes.put(it.code(), it.code());
        });
        return codes;
    }

    Map<String, String> regions() {
        var codes = new HashMap<String, String>();
        regions.streamAll().forEach(it -> {
            codes.put(it.details().name(), it.code());
            codes.put(it.code(), it.code());
        });
        for (var city : City.values()) {
            codes.put(city.label(), city.code());
        }
        return codes;
    }
}
