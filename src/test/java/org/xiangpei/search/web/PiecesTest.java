package org.xiangpei.search.web;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.xiangpei.catalog.Listing;
import org.xiangpei.catalog.Validity;
import org.xiangpei.search.FoundProduct;
import org.xiangpei.search.SearchResult.Highlight;
import org.xiangpei.search.SearchResult.Hit;
import org.xiangpei.search.SearchResult.Span;
import org.xiangpei.search.web.SearchView.Piece;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Provenance;

import static org.assertj.core.api.Assertions.assertThat;

class PiecesTest {

    private static final Hit HIT = new Hit(
            new FoundProduct(
                    "P080",
                    "中压交联电力电缆",
                    "YJV22",
                    "power_cable",
                    "电力电缆",
                    Provenance.ILLUSTRATIVE,
                    Listing.of(new Validity(null, null)),
                    new FoundProduct.FoundFirm("F001", "电缆厂", "430100", "长沙市", List.of(City.CHANGSHA))),
            1,
            List.of(new Highlight("name", "中压交联电力电缆", List.of(new Span(0, 2), new Span(6, 8)))),
            Set.of(),
            List.of(),
            List.of());

    @Test
    void aTextIsCutWhereTheWordsWereFound() {
        assertThat(Pieces.of(HIT, "name", "中压交联电力电缆"))
                .containsExactly(new Piece("中压", true), new Piece("交联电力", false), new Piece("电缆", true));
    }

    @Test
    void aFieldWithoutHighlightsStaysPlain() {
        assertThat(Pieces.of(HIT, "model", "YJV22")).containsExactly(new Piece("YJV22", false));
    }

    @Test
    void offsetsOfAnOlderTextAreNotUsed() {
        assertThat(Pieces.of(HIT, "name", "电缆")).containsExactly(new Piece("电缆", false));
    }
}
