package org.xiangpei.shared.web;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.xiangpei.shared.Page;

import static org.assertj.core.api.Assertions.assertThat;

class PageLinksTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1  | 10  | [1]
            1  | 60  | [1] 2 3
            5  | 263 | 1 … 3 4 [5] 6 7 … 14
            14 | 263 | 1 … 12 13 [14]
            1  | 0   | [1]
            """)
    void firstLastAndNeighboursAreLinked(int page, long total, String shown) {
        var links = PageLinks.of(new Page<>(page, 20, total, List.of()), Address.of("/products"));
        assertThat(links.pages().stream().map(PageLinksTest::shown).collect(Collectors.joining(" ")))
                .isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            1,  -,                /products?page=2
            2,  /products,        /products?page=3
            3,  /products?page=2, -
            99, /products?page=3, -
            """)
    void beyondTheLastPageTheWayBackLeadsToIt(int page, String previous, String next) {
        var links = PageLinks.of(new Page<>(page, 20, 60, List.of()), Address.of("/products"));
        assertThat(links.previous()).isEqualTo(previous);
        assertThat(links.next()).isEqualTo(next);
    }

    private static String shown(PageLinks.Link link) {
        if (link.current()) {
            return "[" + link.number() + "]";
        }
        return link.url() == null ? "…" : String.valueOf(link.number());
    }
}
