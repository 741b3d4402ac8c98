package org.xiangpei.ledger;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

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

    /**
     * How a file says categories and regions so that they are read as the same: by their names, where a name means them alone.
     *
     * @param categories names by codes
     * @param regions names by codes
     */
    record Names(Map<String, String> categories, Map<String, String> regions) {

        String category(@Nullable String code) {
            return code == null ? KnownCodes.NO_CATEGORY : categories.getOrDefault(code, code);
        }

        String region(@Nullable String code) {
            return code == null ? "未知" : regions.getOrDefault(code, code);
        }
    }

    Names names() {
        Map<String, String> categoryCodes = categories();
        Map<String, String> regionCodes = regions();
        var categoryNames = new HashMap<String, String>();
        categories
                .streamAll()
                .forEach(it -> put(categoryNames, it.code(), it.details().name(), categoryCodes));
        var regionNames = new HashMap<String, String>();
        regions.streamAll()
                .forEach(it -> put(regionNames, it.code(), it.details().name(), regionCodes));
        return new Names(categoryNames, regionNames);
    }

    private static void put(Map<String, String> names, String code, String name, Map<String, String> codes) {
        if (code.equals(codes.get(name))) {
            names.put(code, name);
        }
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
