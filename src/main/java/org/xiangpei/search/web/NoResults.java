package org.xiangpei.search.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.xiangpei.search.CatalogSearch;
import org.xiangpei.search.ListingStatus;
import org.xiangpei.search.SearchResult;
import org.xiangpei.search.web.SearchView.Empty;
import org.xiangpei.search.web.SearchView.Link;
import org.xiangpei.shared.web.Address;
import org.xiangpei.shared.web.Figures;

/** What a page without results says: why there are none, and the ways out, each only where it leads to something. */
@ApplicationScoped
class NoResults {

    private final CatalogSearch search;

    NoResults(CatalogSearch search) {
        this.search = search;
    }

    /** Only for a page without results: it asks the index again, for what the filters hide. */
    Empty of(SearchForm form, SearchResult result, LocalDate today) {
        long total = result.hits().total();
        if (total > 0) {
            return new Empty(
                    "这一页没有产品",
                    "一共找到 %s 个产品，都在前面的页上。".formatted(Figures.number(total)),
                    List.of(new Link("回到第一页", form.address().toString())));
        }
        long unfiltered = form.isFiltered() ? count(form.withoutFilters(), today) : 0;
        long withExpired = form.status() == ListingStatus.VALID ? count(form.with(ListingStatus.ALL), today) : 0;
        var ways = new ArrayList<Link>();
        if (unfiltered > 0) {
            ways.add(way("去掉全部筛选", unfiltered, form.withoutFilters()));
        }
        if (withExpired > 0) {
            ways.add(way("连同已过期的一起找", withExpired, form.with(ListingStatus.ALL)));
        }
        if (!form.text().isEmpty()) {
            ways.add(post(form));
        }
        ways.add(new Link("浏览全部产品", "/products"));
        return new Empty(title(form, unfiltered, withExpired), text(unfiltered, withExpired), ways);
    }

    /** The way on when nothing that was found is right: the text becomes a requirement. */
    static Link post(SearchForm form) {
        return new Link("作为需求提出", Address.of("/match").and("name", form.text()).toString());
    }

    private long count(SearchForm form, LocalDate today) {
        return search.search(form.query(today)).hits().total();
    }

    private static Link way(String label, long count, SearchForm form) {
        return new Link(
                "%s（%s 个）".formatted(label, Figures.number(count)),
                form.address().toString());
    }

    private static String title(SearchForm form, long unfiltered, long withExpired) {
        if (unfiltered > 0) {
            return "所选筛选下没有产品";
        }
        if (withExpired > 0) {
            return "没有在有效期内的产品";
        }
        return form.text().isEmpty() ? "没有这样的产品" : "目录里没有这样的产品";
    }

    private static String text(long unfiltered, long withExpired) {
        if (unfiltered > 0) {
            return "去掉上面的一项筛选，或者全部去掉再看。";
        }
        return withExpired > 0 ? "找到的产品互认都已过期，可以一并查看，向企业询问是否续期。" : "换成产品的通用名称、型号的前几位，或者用一句话说要解决什么问题；也可以把它作为需求提出，写明条款。";
    }
}
