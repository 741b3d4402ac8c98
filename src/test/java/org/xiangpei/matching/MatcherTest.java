package org.xiangpei.matching;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.xiangpei.catalog.Product;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.requirement.Criterion;
import org.xiangpei.requirement.Operator;
import org.xiangpei.requirement.RequirementLine;

import static org.assertj.core.api.Assertions.assertThat;

/** Matching on the sample catalogue, with the real index and the real database. */
@XiangpeiTest
class MatcherTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Inject
    Matcher matcher;

    @Inject
    EntityManager entities;

    @Test
    void aLineWithACategoryHasExactlyItsValidProductsAsCandidates() {
        for (String category :
                entities.createQuery("select code from Category", String.class).getResultList()) {
            Set<String> valid = entities.createQuery("from Product where details.categoryCode = ?1", Product.class)
                    .setParameter(1, category)
                    .getResultStream()
                    .filter(product -> product.details().validity().on(TODAY))
                    .map(Product::code)
                    .collect(Collectors.toSet());
            var found = match("随便什么", category, null).candidates();
            assertThat(found.stream().map(Candidate::productCode).collect(Collectors.toSet()))
                    .as(category)
                    .isEqualTo(valid);
        }
    }

    @Test
    void passengerElevatorsOfAThousandKilogramsAreFoundByNameAlone() {
        var load = new Criterion("load_capacity", Operator.AT_LEAST, "1000", null, List.of(), "kg", true);
        var match = match("乘客电梯", null, null, load);
        assertThat(match.coverage()).isEqualTo(Coverage.QUALIFIED);
        Candidate first = match.candidates().getFirst();
        assertThat(first.verdict()).isEqualTo(Verdict.QUALIFIED);
        assertThat(first.productName()).contains("梯");
        assertThat(first.clauses().getFirst().label()).isEqualTo("额定载重量");
        assertThat(match.candidates()).extracting(Candidate::verdict).isSorted();
    }

    @Test
    void tonnesAndKilogramsFindTheSame() {
        var kilograms = new Criterion("load_capacity", Operator.AT_LEAST, "1000", null, List.of(), "kg", true);
        var tonnes = new Criterion("load_capacity", Operator.AT_LEAST, "1", null, List.of(), "吨", true);
        assertThat(verdicts(match("电梯", "elevator", null, tonnes)))
                .isEqualTo(verdicts(match("电梯", "elevator", null, kilograms)));
    }

    @Test
    void certificatesMustBeValidWhenTheGoodsAreNeeded() {
        var holds = new Criterion(null, Operator.HOLDS, "GB/T 19001", null, List.of(), null, true);
        assertThat(match("电梯", "elevator", null, holds).coverage()).isEqualTo(Coverage.QUALIFIED);
        var later = match("电梯", "elevator", LocalDate.of(2099, 1, 1), holds);
        assertThat(later.candidates())
                .noneMatch(candidate -> candidate.verdict() == Verdict.QUALIFIED)
                .anyMatch(candidate -> candidate.clauses().getFirst().offered().contains("已过期"));
    }

    @Test
    void aListingThatEndsBeforeTheGoodsAreNeededSaysSo() {
        var candidates = match("电梯", "elevator", LocalDate.of(2099, 1, 1)).candidates();
        assertThat(candidates)
                .allMatch(candidate -> candidate.expiresBeforeNeeded() == (candidate.validUntil() != null))
                .anyMatch(Candidate::expiresBeforeNeeded)
                .anyMatch(candidate -> !candidate.expiresBeforeNeeded());
        assertThat(match("电梯", "elevator", null).candidates()).noneMatch(Candidate::expiresBeforeNeeded);
    }

    @Test
    void aNearMissIsNoCoverage() {
        var impossible = new Criterion("bore_diameter", Operator.EQUALS, "100", null, List.of(), "km", true);
        var match = match("油缸", "hydraulic_cylinder", null, impossible);
        assertThat(match.coverage()).isEqualTo(Coverage.NONE);
        assertThat(match.candidates()).isNotEmpty().allMatch(candidate -> candidate.verdict() == Verdict.NEAR_MISS);
    }

    private static List<String> verdicts(LineMatch match) {
        return match.candidates().stream()
                .map(candidate -> candidate.productCode() + " " + candidate.verdict())
                .toList();
    }

    private LineMatch match(
            String name, @Nullable String category, @Nullable LocalDate neededBy, Criterion... criteria) {
        var line = new RequirementLine("1", name, null, category, null, null, null, neededBy, List.of(criteria));
        return matcher.match(new MatchRequest(List.of(line), TODAY, 500, true)).getFirst();
    }
}
