package org.xiangpei.search.meaning;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

import org.xiangpei.search.CatalogChange;
import org.xiangpei.search.CatalogDatabase;
import org.xiangpei.search.CatalogSnapshot;
import org.xiangpei.search.IndexedProduct;
import org.xiangpei.search.SentenceVector;
import org.xiangpei.search.Synonyms;
import org.xiangpei.search.lucene.Indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xiangpei.search.CatalogDatabase.execute;

/** Every product has its vector in the database, computed once, and in the index. */
class VectorWorkerTest {

    private static final int PRODUCTS = 12;

    @TempDir
    Path directory;

    private final RealModel.Counted model = new RealModel.Counted();
    private PGSimpleDataSource database;
    private VectorWorker worker;
    private Indexer index;

    @BeforeEach
    void prepare() {
        database = catalogueOf(PRODUCTS);
        worker = new VectorWorker(database, model, Clock.systemUTC());
        index = new Indexer(database, directory, Synonyms.NONE, Clock.systemUTC());
        index.catchUp();
    }

    private static PGSimpleDataSource catalogueOf(int products) {
        PGSimpleDataSource catalogue = CatalogDatabase.create();
        execute(
                catalogue,
                "delete from equivalent_part; delete from certificate; delete from specification where product_code > 'P%1$03d';"
                                .formatted(products)
                        + " delete from product where code > 'P%1$03d'".formatted(products));
        return catalogue;
    }

    @AfterEach
    void close() throws Exception {
        index.close();
    }

    @Test
    void everyProductGetsItsVectorAndTheIndexTakesItUp() throws Exception {
        assertThat(index.countWithMeaning()).hasValue(0);
        assertThat(worker.catchUp()).isTrue();
        assertThat(products())
                .hasSize(PRODUCTS)
                .allMatch(product -> product.sentence().vector() != null);
        assertThat(worker.progress()).contains(new VectorWorker.Progress(PRODUCTS, PRODUCTS));
        index.catchUp();
        assertThat(index.countWithMeaning()).hasValue(PRODUCTS);
        assertThat(index.fingerprints()).isEqualTo(inDatabase());
    }

    @Test
    void aVectorIsThatOfTheProductsSentence() throws SQLException {
        worker.catchUp();
        IndexedProduct product = product("P009");
        assertThat(product.sentence().text())
                .startsWith("HSG型工程液压缸（通用互换型），液压油缸（油缸、液压缸、")
                .contains("两端耳环带关节轴承", "安装形式耳环")
                .doesNotContain("null");
        assertThat(product.sentence().vector())
                .isEqualTo(RealModel.of(product.sentence().text()));
    }

    @Test
    void nothingIsComputedTwice() throws Exception {
        worker.catchUp();
        assertThat(model.sentences).hasValue(PRODUCTS);
        worker.catchUp();
        new VectorWorker(database, model, Clock.systemUTC()).catchUp();
        index.close();
        try (var rebuilt = new Indexer(database, directory.resolve("new"), Synonyms.NONE, Clock.systemUTC())) {
            rebuilt.catchUp();
            assertThat(rebuilt.countWithMeaning()).hasValue(PRODUCTS);
        }
        assertThat(model.sentences).hasValue(PRODUCTS);
    }

    @Test
    void onlyAProductWhoseSentenceChangesIsComputedAnew() throws Exception {
        worker.catchUp();
        SentenceVector before = product("P005").sentence().vector();
        execute(
                database,
                "update product set price_low = 1, price_high = 2 where code = 'P006';"
                        + " update product set name = '改名的空气净化器' where code = 'P005'");
        worker.catchUp();
        assertThat(model.sentences).hasValue(PRODUCTS + 1);
        assertThat(product("P005").sentence().vector()).isNotNull().isNotEqualTo(before);
        execute(database, "update product set name = '移动肺保' where code = 'P005'");
        worker.catchUp();
        assertThat(model.sentences).as("the old text is known").hasValue(PRODUCTS + 1);
        assertThat(product("P005").sentence().vector()).isEqualTo(before);
        index.catchUp();
        assertThat(index.fingerprints()).isEqualTo(inDatabase());
    }

    @Test
    void aCategoryThatIsRenamedReachesAllItsProducts() throws SQLException {
        worker.catchUp();
        long elevators = products().stream()
                .filter(product -> product.category().code().equals("elevator"))
                .count();
        execute(database, "update category set name = '升降设备' where code = 'elevator'");
        worker.catchUp();
        assertThat(model.sentences.get() - PRODUCTS).isEqualTo(elevators).isPositive();
    }

    @Test
    void whileOneInstanceComputesAnotherWaits() throws SQLException {
        try (Connection other = database.getConnection()) {
            other.setAutoCommit(false);
            run(other, "select pg_advisory_xact_lock(6216504321)");
            assertThat(worker.catchUp()).isFalse();
            assertThat(model.sentences).hasValue(0);
            other.rollback();
        }
        assertThat(worker.catchUp()).isTrue();
        assertThat(model.sentences).hasValue(PRODUCTS);
    }

    @Test
    void aProcessThatIsKilledInTheMiddleLeavesWhatItHas() throws Exception {
        int all = 40;
        database = catalogueOf(all);
        KilledWorker.runAndDie(database, 35);
        long kept = products().stream()
                .filter(product -> product.sentence().vector() != null)
                .count();
        assertThat(kept).as("the batches before the end").isEqualTo(32);
        new VectorWorker(database, model, Clock.systemUTC()).catchUp();
        assertThat(model.sentences.get() + kept).isEqualTo(all);
        assertThat(products()).allMatch(product -> product.sentence().vector() != null);
    }

    @Test
    void aVectorDamagedByHandIsNotUsedAndComputedAnew() throws Exception {
        worker.catchUp();
        index.catchUp();
        String key = product("P007").sentence().key();
        execute(
                database,
                "update sentence_vector set vector = set_byte(set_byte(vector, 2, 255), 3, 127) where key = '%s'"
                        .formatted(key));
        assertThat(product("P007").sentence().vector()).isNull();
        index.catchUp();
        assertThat(index.countWithMeaning()).hasValue(PRODUCTS - 1);
        assertThat(index.fingerprints()).isEqualTo(inDatabase());
        worker.catchUp();
        index.catchUp();
        assertThat(model.sentences).hasValue(PRODUCTS + 1);
        assertThat(index.countWithMeaning()).hasValue(PRODUCTS);
        assertThat(index.fingerprints()).isEqualTo(inDatabase());
    }

    @Test
    void whatIsDoneToTheTableByHandReachesIndexAndWorker() throws SQLException {
        worker.catchUp();
        index.catchUp();
        execute(database, "truncate sentence_vector");
        index.catchUp();
        assertThat(index.countWithMeaning()).hasValue(0);
        worker.catchUp();
        index.catchUp();
        assertThat(index.countWithMeaning()).hasValue(PRODUCTS);
    }

    @Test
    void theTableTakesNoVectorOfAnotherLength() {
        assertThatThrownBy(() -> execute(
                        database, "insert into sentence_vector (key, vector) values (repeat('a', 64), '\\x0102')"))
                .hasMessageContaining("sentence_vector_vector_check");
    }

    @Test
    void aModelThatGivesNoUsableVectorsIsNotAskedForEver() throws SQLException {
        var broken = new VectorWorker(
                database,
                sentence -> {
                    model.sentences.incrementAndGet();
                    var values = new float[SentenceVector.DIMENSIONS];
                    values[7] = Float.NaN;
                    return SentenceVector.of(values);
                },
                Clock.systemUTC());
        assertThat(broken.catchUp()).isTrue();
        assertThat(broken.catchUp()).isTrue();
        assertThat(model.sentences).hasValue(PRODUCTS);
        assertThat(products()).allMatch(product -> product.sentence().vector() == null);
    }

    @Test
    void vectorsThatNothingUsesAreDeletedAfterAWhile() throws SQLException {
        worker.catchUp();
        execute(
                database,
                "update product set name = '新名字' where code in ('P005', 'P006');"
                        + " update sentence_vector set computed_at = now() - interval '8 days'");
        var later = new VectorWorker(database, model, Clock.systemUTC());
        later.catchUp();
        assertThat(count("select count(*) from sentence_vector")).isEqualTo(PRODUCTS);
        assertThat(products()).allMatch(product -> product.sentence().vector() != null);
    }

    private List<IndexedProduct> products() throws SQLException {
        try (Connection connection = database.getConnection()) {
            var snapshot = new CatalogSnapshot(connection, LocalDate.now(ZoneOffset.UTC));
            return snapshot.products(snapshot.productsAfter("", 1000));
        }
    }

    private IndexedProduct product(String code) throws SQLException {
        Optional<IndexedProduct> found =
                products().stream().filter(it -> it.code().equals(code)).findFirst();
        return found.orElseThrow();
    }

    private Map<String, String> inDatabase() throws SQLException, IOException {
        try (Connection connection = database.getConnection()) {
            var expected = new HashMap<String, String>();
            CatalogChange.everything(new CatalogSnapshot(connection, LocalDate.now(ZoneOffset.UTC)))
                    .forEach(batch -> batch.entries().forEach(it -> expected.put(it.key(), it.fingerprint())));
            return expected;
        }
    }

    private long count(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
