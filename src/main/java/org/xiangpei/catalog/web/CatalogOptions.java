package org.xiangpei.catalog.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Categories;
import org.xiangpei.catalog.Category;
import org.xiangpei.shared.web.Option;
import org.xiangpei.shared.web.OptionGroup;

/** The chains of the catalogue, and its categories under them, to choose from. */
@ApplicationScoped
public class CatalogOptions {

    private final Categories categories;

    CatalogOptions(Categories categories) {
        this.categories = categories;
    }

    /** In the order of their names. */
    public record Options(List<Option> chains, List<OptionGroup> categories) {}

    /**
     * @param chain name of the chain that is chosen
     * @param category code of the category that is chosen
     */
    @Transactional
    public Options of(@Nullable String chain, @Nullable String category) {
        var groups = new LinkedHashMap<String, List<Option>>();
        for (Category it : categories.list("order by details.chain, details.name")) {
            groups.computeIfAbsent(it.details().chain(), name -> new ArrayList<>())
                    .add(new Option(it.code(), it.details().name(), it.code().equals(category)));
        }
        return new Options(
                groups.keySet().stream()
                        .map(it -> new Option(it, it, it.equals(chain)))
                        .toList(),
                groups.entrySet().stream()
                        .map(it -> new OptionGroup(it.getKey(), it.getValue()))
                        .toList());
    }
}
