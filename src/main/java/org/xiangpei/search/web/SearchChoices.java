package org.xiangpei.search.web;

import java.util.List;
import java.util.stream.Stream;

import org.xiangpei.search.ListingStatus;
import org.xiangpei.search.SearchSort;
import org.xiangpei.search.web.SearchView.Choice;
import org.xiangpei.shared.Labels;

/** What can be chosen besides the facets: validity, order, how many on a page. Each choice keeps all others. */
final class SearchChoices {

    private SearchChoices() {}

    static List<Choice> statuses(SearchForm form) {
        return Stream.of(ListingStatus.values())
                .map(it -> new Choice(it.code(), Labels.of(it), "", it == form.status(), ""))
                .toList();
    }

    static List<Choice> sorts(SearchForm form) {
        return Stream.of(SearchSort.values())
                .map(it -> new Choice(
                        it.code(),
                        Labels.of(it),
                        "",
                        it == form.sort(),
                        form.address()
                                .with("sort", it == SearchSort.RELEVANCE ? null : it.code())
                                .toString()))
                .toList();
    }

    static List<Choice> sizes(SearchForm form) {
        return SearchForm.SIZES.stream()
                .map(size -> new Choice(
                        size.toString(),
                        size.toString(),
                        "",
                        size == form.size(),
                        form.address()
                                .with("size", size == SearchForm.SIZE ? null : size)
                                .toString()))
                .toList();
    }
}
