package org.xiangpei.following;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.xiangpei.search.CatalogSearch;
import org.xiangpei.search.FoundProduct;
import org.xiangpei.search.SearchResult;
import org.xiangpei.shared.RuleViolation;

/** The products that answer a search: those with all its words. What is only near is no answer. */
@ApplicationScoped
class SearchAnswers {

    /** More are no question any more: what is new among them says nothing. */
    static final int MOST = 500;

    private static final int AT_ONCE = 100;

    private final CatalogSearch search;
    private final Clock clock;

    SearchAnswers(CatalogSearch search, Clock clock) {
        this.search = search;
        this.clock = clock;
    }

    /** Names of products by code, the best first, at most {@link #MOST}. */
    Map<String, String> of(SearchQuestion question) {
        LocalDate today = LocalDate.now(clock);
        var answers = new LinkedHashMap<String, String>();
        for (int page = 1; page <= MOST / AT_ONCE; page++) {
            SearchResult found = search.search(question.page(today, page, AT_ONCE));
            if (found.relaxed() || found.didYouMean() != null) {
                return answers;
            }
            found.hits().items().forEach(hit -> answers.put(hit.productCode(), name(hit.product())));
            if (found.hits().items().size() < AT_ONCE) {
                return answers;
            }
        }
        return answers;
    }

    private static String name(FoundProduct product) {
        return product.name() + "（" + product.firm().name() + "）";
    }

    /** @throws RuleViolation {@code question-too-wide} for a search that too much answers */
    void checkWidth(SearchQuestion question) {
        long found =
                search.search(question.page(LocalDate.now(clock), 1, 1)).hits().total();
        if (found > MOST) {
            throw new RuleViolation(
                    "question-too-wide", "这个搜索有 %d 个产品，超过 %d 个。请加上品类、城市或关键词，再保存。".formatted(found, MOST));
        }
    }
}
