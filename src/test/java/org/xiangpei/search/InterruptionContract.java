package org.xiangpei.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xiangpei.search.CatalogDatabase.execute;

/** What every engine finds while the recognition of a product is interrupted, whatever it is built on. */
public abstract class InterruptionContract {

    private static final String PRODUCT = "P130";
    private static final LocalDate FROM = LocalDate.of(2023, 3, 1);
    private static final LocalDate UNTIL = LocalDate.of(2023, 3, 10);

    private final DataSource database = CatalogDatabase.create();
    private Index index;

    /** An engine on the index of a database. */
    public interface Index extends AutoCloseable {

        /** Follows all that was committed until now. */
        void follow();

        CatalogSearch search();

        @Override
        void close();
    }

    protected abstract Index open(DataSource database);

    @BeforeEach
    void begin() {
        index = open(database);
        index.follow();
    }

    @AfterEach
    void end() {
        index.close();
    }

    @Test
    void aSuspensionBeginsAndEndsWithItsDays() {
        assertThat(found(FROM)).contains(PRODUCT);
        happened("SUSPENDED", "'2023-03-01'", "'2023-03-10'");
        assertThat(found(FROM.minusDays(1))).contains(PRODUCT);
        assertThat(found(FROM)).doesNotContain(PRODUCT);
        assertThat(found(UNTIL)).doesNotContain(PRODUCT);
        assertThat(found(UNTIL.plusDays(1))).contains(PRODUCT);
    }

    @Test
    void whatIsResumedIsFoundFromThatDay() {
        happened("SUSPENDED", "'2023-03-01'", "'2023-03-10'");
        happened("RESUMED", "'2023-03-04'", "null");
        assertThat(found(FROM.plusDays(2))).doesNotContain(PRODUCT);
        assertThat(found(FROM.plusDays(3))).contains(PRODUCT);
    }

    @Test
    void whatIsRevokedIsNotFoundAnyMoreButWasBefore() {
        happened("REVOKED", "'2023-03-01'", "null");
        assertThat(found(FROM.minusDays(1))).contains(PRODUCT);
        assertThat(found(FROM)).doesNotContain(PRODUCT);
        assertThat(found(UNTIL.plusYears(1))).doesNotContain(PRODUCT);
    }

    @Test
    void severalInterruptionsOfOneProductAllCount() {
        happened("SUSPENDED", "'2023-03-01'", "'2023-03-10'");
        happened("SUSPENDED", "'2023-05-01'", "'2023-05-10'");
        happened("REVOKED", "'2023-07-01'", "null");
        assertThat(found(LocalDate.of(2023, 3, 5))).doesNotContain(PRODUCT);
        assertThat(found(LocalDate.of(2023, 4, 5))).contains(PRODUCT);
        assertThat(found(LocalDate.of(2023, 5, 5))).doesNotContain(PRODUCT);
        assertThat(found(LocalDate.of(2023, 6, 5))).contains(PRODUCT);
        assertThat(found(LocalDate.of(2023, 7, 1))).doesNotContain(PRODUCT);
    }

    private void happened(String kind, String from, String until) {
        execute(
                database,
                "insert into recognition_event (product_code, kind, starts_on, ends_on, recorded_at) values ('%s', '%s', %s, %s, now())"
                        .formatted(PRODUCT, kind, from, until));
        index.follow();
    }

    private List<String> found(LocalDate day) {
        var question = new SearchQuery(
                "", Map.of(Facet.CATEGORY, Set.of("elevator")), ListingStatus.VALID, day, SearchSort.NAME, 1, 100);
        return index.search().search(question).hits().items().stream()
                .map(SearchResult.Hit::productCode)
                .toList();
    }
}
