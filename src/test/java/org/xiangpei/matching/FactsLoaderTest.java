package org.xiangpei.matching;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.xiangpei.catalog.Product;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.requirement.Vocabularies;

import static org.assertj.core.api.Assertions.assertThat;

/** What is kept in memory is what the database says. */
@XiangpeiTest
class FactsLoaderTest {

    private static final String PRODUCT = "P025";

    @Inject
    FactsLoader loader;

    @Inject
    FactsAhead ahead;

    @Inject
    Vocabularies vocabularies;

    @Inject
    EntityManager entities;

    private int leadTime;

    @BeforeEach
    void remember() {
        leadTime = Objects.requireNonNull(fact().product().leadTimeDays());
    }

    @AfterEach
    void restore() {
        QuarkusTransaction.requiringNew().run(() -> leadTime(leadTime));
    }

    @Test
    void moreProductsThanAStatementHasParametersAreLoaded() {
        var codes = new HashSet<>(List.of("P001", "P010"));
        for (int number = 0; codes.size() < 70_000; number++) {
            codes.add("NOT-" + number);
        }
        assertThat(facts().of(codes).keySet()).containsExactlyInAnyOrder("P001", "P010");
    }

    @Test
    void everyProductOfACategoryIsKnown() {
        Map<String, Set<String>> expected = new HashMap<>();
        entities.createQuery("from Product", Product.class).getResultStream().forEach(it -> expected.computeIfAbsent(
                        it.details().categoryCode(), key -> new HashSet<>())
                .add(it.code()));
        Map<String, List<ProductFacts>> found = facts().ofCategories(expected.keySet());
        expected.forEach((category, codes) -> assertThat(found.get(category))
                .as(category)
                .extracting(ProductFacts::code)
                .containsExactlyInAnyOrderElementsOf(codes));
    }

    @Test
    void whatWasReadBeforeIsNotReadAgain() {
        assertThat(fact()).isSameAs(fact());
    }

    @Test
    void whatIsReadAheadIsThereBeforeItIsAskedFor() {
        QuarkusTransaction.requiringNew().run(() -> leadTime(leadTime + 1));
        assertThat(ahead.read()).isPositive();
        assertThat(ahead.read()).as("all is known").isZero();
        assertThat(fact().product().leadTimeDays()).isEqualTo(leadTime + 1);
    }

    @Test
    void nothingIsReadAheadThatPushesOutWhatIsKnown() {
        var known = new KnownFacts(2);
        assertThat(known.hasRoomFor(2)).isTrue();
        known.keep(0, List.of(fact()));
        assertThat(known.hasRoomFor(1)).isTrue();
        assertThat(known.hasRoomFor(2)).isFalse();
        assertThat(known.missing(List.of(PRODUCT, "NOT"))).containsExactly("NOT");
    }

    @Test
    void aChangeIsSeenAtOnce() {
        QuarkusTransaction.requiringNew().run(() -> leadTime(leadTime + 1));
        assertThat(fact().product().leadTimeDays()).isEqualTo(leadTime + 1);
    }

    @Test
    void aSpecificationThatIsChangedIsSeenAtOnce() {
        BigDecimal before = load();
        QuarkusTransaction.requiringNew().run(() -> load(before.add(BigDecimal.ONE)));
        try {
            assertThat(load()).isEqualByComparingTo(before.add(BigDecimal.ONE));
        } finally {
            QuarkusTransaction.requiringNew().run(() -> load(before));
        }
    }

    @Test
    void whatATransactionHasChangedItselfIsForItselfAlone() {
        QuarkusTransaction.begin();
        try {
            leadTime(99);
            assertThat(fact().product().leadTimeDays()).isEqualTo(99);
            assertThat(QuarkusTransaction.requiringNew()
                            .call(() -> fact().product().leadTimeDays()))
                    .isEqualTo(leadTime);
        } finally {
            QuarkusTransaction.rollback();
        }
        assertThat(fact().product().leadTimeDays()).isEqualTo(leadTime);
    }

    private Facts facts() {
        return loader.open(vocabularies.load());
    }

    private ProductFacts fact() {
        return Objects.requireNonNull(facts().of(Set.of(PRODUCT)).get(PRODUCT));
    }

    private void leadTime(int days) {
        entities.createNativeQuery("update product set lead_time_days = ?1 where code = ?2")
                .setParameter(1, days)
                .setParameter(2, PRODUCT)
                .executeUpdate();
    }

    private BigDecimal load() {
        return Objects.requireNonNull(Objects.requireNonNull(fact().statements().get("load_capacity"))
                .stated()
                .high());
    }

    private void load(BigDecimal kilograms) {
        entities.createNativeQuery(
                        "update specification set min = ?1, max = ?1 where product_code = ?2 and property_code = 'load_capacity'")
                .setParameter(1, kilograms)
                .setParameter(2, PRODUCT)
                .executeUpdate();
    }
}
