package org.xiangpei.search.relevance;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The judged queries are sound: a wrong code or a kind too small would make the figures lie. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RelevanceSetTest {

    private final List<JudgedQuery> all = Arrays.stream(RelevanceSet.values())
            .flatMap(set -> set.read().stream())
            .toList();

    private ListedProducts listed;

    @BeforeAll
    void readCatalogue() throws IOException {
        listed = ListedProducts.read();
    }

    @Test
    void everyProductJudgedIsListedOnTheDay() {
        assertThat(listed.names().keySet())
                .containsAll(all.stream().flatMap(RelevanceSetTest::relevant).collect(Collectors.toSet()));
    }

    @Test
    void everyCategoryIsAskedFor() {
        Set<String> asked = all.stream()
                .flatMap(judged -> judged.askedFor().stream())
                .map(listed.categories()::get)
                .collect(Collectors.toSet());
        assertThat(asked).hasSize(60).containsAll(listed.categories().values());
    }

    @Test
    void noProductHasTwoGrades() {
        assertThat(all).allSatisfy(judged -> assertThat(relevant(judged)).doesNotHaveDuplicates());
    }

    @Test
    void noQueryIsJudgedTwice() {
        assertThat(all)
                .hasSizeGreaterThanOrEqualTo(250)
                .extracting(JudgedQuery::query)
                .doesNotHaveDuplicates();
    }

    @Test
    void onlyNonsenseAsksForNothing() {
        assertThat(all).allSatisfy(judged -> assertThat(judged.askedFor().isEmpty())
                .isEqualTo(judged.kind() == QueryKind.NONSENSE));
    }

    @ParameterizedTest
    @EnumSource
    void aThirdOfEveryKindIsHeldBack(QueryKind kind) {
        long tuning = count(RelevanceSet.TUNING, kind);
        long heldBack = count(RelevanceSet.HELD_BACK, kind);
        assertThat(tuning + heldBack).isGreaterThanOrEqualTo(15);
        assertThat(heldBack).isEqualTo((tuning + heldBack) / 3);
    }

    private static long count(RelevanceSet set, QueryKind kind) {
        return set.read().stream().filter(judged -> judged.kind() == kind).count();
    }

    private static Stream<String> relevant(JudgedQuery judged) {
        return Stream.concat(judged.askedFor().stream(), judged.close().stream());
    }
}
