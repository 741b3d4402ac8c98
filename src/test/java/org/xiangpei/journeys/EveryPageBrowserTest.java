package org.xiangpei.journeys;

import java.net.URL;
import java.util.stream.Stream;

import io.quarkus.test.common.http.TestHTTPResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.xiangpei.fixtures.Browser;
import org.xiangpei.fixtures.Visit;
import org.xiangpei.fixtures.XiangpeiTest;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every page: nothing to complain of, usable by everybody, on a desk and on a telephone. */
@XiangpeiTest
@TestInstance(Lifecycle.PER_CLASS)
class EveryPageBrowserTest {

    @TestHTTPResource("/")
    URL base;

    /** One window for all pages. */
    private Visit visit;

    @BeforeAll
    void open() {
        visit = Browser.visit(base, Browser.DESK);
    }

    @AfterAll
    void close() {
        visit.close();
    }

    static Stream<String> paths() {
        return AllPages.paths();
    }

    @ParameterizedTest
    @MethodSource("paths")
    void everybodyCanUseItOnADeskAndOnATelephone(String path) {
        int before = visit.complaints().size();
        visit.open(path);
        visit.assertUsableAtAnyWidth("every" + path.replaceAll("[^\\p{L}\\p{N}]+", "-"));
        assertThat(visit.complaints().stream().skip(before))
                .filteredOn(it -> !isTheAnswer(it))
                .isEmpty();
    }

    /** The browser notes every answer of 400 and more, also where the page that came with it is right. */
    private static boolean isTheAnswer(String complaint) {
        return complaint.matches("Failed to load resource: the server responded with a status of (404|422) .*");
    }
}
