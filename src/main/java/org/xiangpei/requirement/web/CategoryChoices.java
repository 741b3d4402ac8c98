package org.xiangpei.requirement.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.xiangpei.catalog.Categories;
import org.xiangpei.catalog.Category;
import org.xiangpei.requirement.web.ClauseField.Choice;

/** The categories to choose from, by the chain that they belong to. */
@ApplicationScoped
public class CategoryChoices {

    private final Categories categories;

    CategoryChoices(Categories categories) {
        this.categories = categories;
    }

    /** The categories of one chain. */
    public record Group(String chain, List<Choice> categories) {}

    /** @param chosen code of the category that is chosen, or empty */
    @Transactional
    public List<Group> of(String chosen) {
        var groups = new LinkedHashMap<String, List<Choice>>();
        for (Category category : categories.list("order by details.chain, details.name")) {
            groups.computeIfAbsent(category.details().chain(), chain -> new ArrayList<>())
                    .add(new Choice(
                            category.code(),
                            category.details().name(),
                            category.code().equals(chosen)));
        }
        return groups.entrySet().stream()
                .map(group -> new Group(group.getKey(), group.getValue()))
                .toList();
    }
}
