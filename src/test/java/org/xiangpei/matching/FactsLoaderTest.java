package org.xiangpei.matching;

import java.util.HashSet;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.requirement.Vocabularies;

import static org.assertj.core.api.Assertions.assertThat;

@XiangpeiTest
class FactsLoaderTest {

    @Inject
    FactsLoader loader;

    @Inject
    Vocabularies vocabularies;

    @Test
    void moreProductsThanAStatementHasParametersAreLoaded() {
        var codes = new HashSet<>(List.of("P001", "P010"));
        for (int number = 0; codes.size() < 70_000; number++) {
            codes.add("NOT-" + number);
        }
        assertThat(loader.load(codes, vocabularies.of(List.of())).keySet()).containsExactlyInAnyOrder("P001", "P010");
    }
}
