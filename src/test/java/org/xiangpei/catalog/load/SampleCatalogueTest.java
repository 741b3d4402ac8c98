package org.xiangpei.catalog.load;

import java.nio.file.Path;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;

import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.shared.tabular.RowErrors;
import org.xiangpei.shared.tabular.Sheet;
import org.xiangpei.shared.tabular.TabularFiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** The folder that ships with the service, as it is loaded at start. */
@XiangpeiTest
class SampleCatalogueTest {

    @Inject
    CatalogImport catalog;

    @Inject
    TabularFiles files;

    @Inject
    EntityManager entities;

    @Inject
    EntityManagerFactory factory;

    @Test
    void allOfItIsLoadedAtStart() {
        assertThat(rows("Region")).isEqualTo(27);
        assertThat(rows("Park")).isEqualTo(29);
        assertThat(rows("Category")).isEqualTo(60);
        assertThat(rows("Property")).isEqualTo(504);
        assertThat(rows("EnumValue")).isEqualTo(208);
        assertThat(rows("Firm")).isEqualTo(150);
        assertThat(rows("Product")).isEqualTo(263);
        assertThat(rows("Specification")).isEqualTo(1965);
        assertThat(rows("Certificate")).isEqualTo(284);
        assertThat(rows("EquivalenceGroup")).isEqualTo(18);
        assertThat(rows("EquivalentPart")).isEqualTo(42);
    }

    @Test
    void loadingItAgainChangesNothingAndWritesNothing() {
        var statistics = factory.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        RowErrors errors = files.newErrors();
        ImportResult result = catalog.apply(sample(errors), errors);

        assertThat(result.errors()).isEmpty();
        assertThat(result.tables())
                .extracting(TableCount::table, TableCount::added, TableCount::changed, TableCount::unchanged)
                .containsExactly(
                        tuple("regions", 0, 0, 27),
                        tuple("parks", 0, 0, 29),
                        tuple("categories", 0, 0, 60),
                        tuple("properties", 0, 0, 504),
                        tuple("enums", 0, 0, 208),
                        tuple("firms", 0, 0, 150),
                        tuple("products", 0, 0, 263),
                        tuple("specifications", 0, 0, 1965),
                        tuple("certificates", 0, 0, 284),
                        tuple("equivalence_groups", 0, 0, 18),
                        tuple("equivalents", 0, 0, 42));
        assertThat(statistics.getEntityUpdateCount()).isZero();
        assertThat(statistics.getEntityInsertCount()).isZero();
        assertThat(result.ignored()).containsExactly("documented_facts.csv");
    }

    private List<Sheet> sample(RowErrors errors) {
        return files.readFolder(Path.of("catalog-data"), errors);
    }

    private long rows(String entity) {
        return entities.createQuery("select count(*) from " + entity, Long.class)
                .getSingleResult();
    }
}
