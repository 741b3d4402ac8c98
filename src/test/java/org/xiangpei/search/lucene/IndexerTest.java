package org.xiangpei.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.sql.DataSource;

import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.xiangpei.fixtures.Patience;
import org.xiangpei.matching.SpecificationFits;
import org.xiangpei.search.CatalogDatabase;
import org.xiangpei.search.FoundProduct;
import org.xiangpei.search.IndexWatcher;
import org.xiangpei.search.IndexedProduct;
import org.xiangpei.search.ListingStatus;
import org.xiangpei.search.Meaning;
import org.xiangpei.search.QuestionMeaning;
import org.xiangpei.search.SearchQuery;
import org.xiangpei.search.SearchResult.Hit;
import org.xiangpei.search.SearchSort;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xiangpei.search.CatalogDatabase.execute;

/** PostgreSQL is the truth: whatever happens, afterwards the index equals the database. */
class IndexerTest {

    @TempDir
    Path temporary;

    private final List<AutoCloseable> opened = new ArrayList<>();
    private DataSource database;
    private Path directory;

    @BeforeEach
    void prepare() {
        database = CatalogDatabase.create();
        directory = temporary.resolve("index");
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable it : opened.reversed()) {
            it.close();
        }
    }

    @Test
    void theFirstIndexHoldsTheWholeCatalogue() {
        Indexer index = started();
        assertThat(index.fingerprints()).hasSize(263 + 150 + 60).isEqualTo(Engine.inDatabase(database));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update product set name = 'X改名电梯' where code = 'P001'",
                "insert into product (code, firm_code, name, category_code, provenance) values"
                        + " ('X1', 'F001', '改了编号', 'elevator', 'ILLUSTRATIVE'); update product set code = 'X3' where code = 'X1'",
                "delete from specification; delete from equivalent_part; delete from certificate where product_code is not null;"
                        + " delete from product where code > 'P200'",
                "insert into product (code, firm_code, name, category_code, provenance)"
                        + " values ('X2', 'F001', '新产品', 'elevator', 'ILLUSTRATIVE')",
                "insert into specification (product_code, property_code, value) values ('P001', 'x_text', '不锈钢')",
                "update specification set value = 'IP99' where value is not null and product_code = 'P103'",
                "delete from specification where product_code = 'P103'",
                "insert into certificate (type, number, firm_code) values ('X认证', '1', 'F001')",
                "insert into certificate (type, number, product_code) values ('X认证', '1', 'P001')",
                "delete from certificate",
                "update firm set name = 'X企业', production_sites = '{430300}' where code = 'F050'",
                "insert into firm (code, name, short_name, city_code, provenance)"
                        + " values ('X1', '新企业', '新', '430100', 'ILLUSTRATIVE')",
                "update category set name = '升降设备', synonyms = '{直梯}' where code = 'elevator'",
                "insert into category (code, name, chain) values ('x_category', '新品类', '新链')",
                "update equivalence_group set name = 'X组' where code = 'EQ01'",
                "delete from equivalent_part where product_code = 'P009'",
                "update region set name = '新长沙市' where code = '430100'",
                "truncate specification",
                "update property set name = 'X导体' where category_code = 'power_cable' and code = 'conductor_material'",
            })
    void everyKindOfChangeReachesTheIndex(String sql) {
        Indexer index = started();
        Map<String, String> before = index.fingerprints();
        execute(database, sql);
        index.catchUp();
        assertThat(index.fingerprints()).isNotEqualTo(before).isEqualTo(Engine.inDatabase(database));
    }

    /** What a list shows of a hit comes from the index and is kept for those who ask next: no change of it may be missed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update product set name = 'X改名电梯' where code = 'P001'",
                "update product set model = 'X-1' where code = 'P001'",
                "update product set category_code = 'power_cable' where code = 'P001'",
                "update product set provenance = 'ILLUSTRATIVE' where code = 'P001'",
                "update product set valid_from = '2020-01-01', valid_until = '2030-12-31' where code = 'P001'",
                "update product set firm_code = 'F050' where code = 'P001'",
                "update firm set name = 'X企业' where code = 'F001'",
                "update firm set city_code = '430300' where code = 'F001'",
                "update firm set production_sites = '{430300}' where code = 'F001'",
                "update category set name = '升降设备' where code = 'elevator'",
                "update region set name = '新城' where code = (select city_code from firm where code = 'F001')",
            })
    void aHitIsShownAsItWasCommitted(String sql) {
        Indexer index = started();
        FoundProduct before = shown(index, "P001");
        execute(database, sql);
        index.catchUp();
        assertThat(shown(index, "P001")).isNotEqualTo(before).isEqualTo(committed("P001"));
    }

    /** More than is read at once, so that several threads index, and more than fits one batch of changes. */
    @Test
    void aCatalogueOfManyPagesIsIndexedWhole() {
        execute(database, """
                insert into product (code, firm_code, name, category_code, provenance)
                select 'X' || number, 'F001', '第' || number || '号', 'elevator', 'ILLUSTRATIVE'
                from generate_series(1, 2345) number""");
        Indexer index = started();
        assertThat(index.fingerprints()).hasSize(2345 + 263 + 150 + 60).isEqualTo(Engine.inDatabase(database));
        execute(
                database,
                "update product set name = name || '改' where code like 'X%'; delete from product where code like 'X9%'");
        index.catchUp();
        assertThat(index.fingerprints()).isEqualTo(Engine.inDatabase(database));
        execute(database, "update region set name = '新长沙市' where code = '430100'");
        index.catchUp();
        assertThat(index.fingerprints()).isEqualTo(Engine.inDatabase(database));
    }

    @Test
    void whatIsRolledBackNeverReachesTheIndex() throws SQLException {
        Indexer index = started();
        Map<String, String> before = index.fingerprints();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            CatalogDatabase.execute(connection, "update product set name = '从未发生' where code = 'P001'");
            index.catchUp();
            connection.rollback();
        }
        index.catchUp();
        assertThat(index.fingerprints()).isEqualTo(before);
    }

    /** The transaction with the lower number commits after one with a higher number was indexed: a bare sequence would lose it. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void transactionsThatCommitOutOfOrderAreAllIndexed(boolean restart) throws Exception {
        Indexer index = started();
        try (Connection early = database.getConnection();
                Connection late = database.getConnection()) {
            early.setAutoCommit(false);
            late.setAutoCommit(false);
            CatalogDatabase.execute(early, "update product set name = '先开始后提交' where code = 'P001'");
            CatalogDatabase.execute(late, "update product set name = '后开始先提交' where code = 'P002'");
            late.commit();
            index.catchUp();
            assertThat(found(index, "后开始先提交")).isEqualTo(1);
            assertThat(found(index, "先开始后提交")).isZero();
            // More transactions pass while the early one is still open.
            execute(database, "update product set name = '其间' where code = 'P003'");
            index.catchUp();
            index.catchUp();
            if (restart) {
                index.close();
                index = started();
            }
            early.commit();
        }
        index.catchUp();
        assertThat(found(index, "先开始后提交")).isEqualTo(1);
        assertThat(index.fingerprints()).isEqualTo(Engine.inDatabase(database));
    }

    /** A subtransaction has a number of its own; the log counts with that of the whole transaction. */
    @Test
    void changesInASubtransactionAreIndexed() throws SQLException {
        Indexer index = started();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            CatalogDatabase.execute(connection, "update product set name = '主事务' where code = 'P001'");
            var savepoint = connection.setSavepoint();
            CatalogDatabase.execute(connection, "update product set name = '子事务' where code = 'P002'");
            connection.releaseSavepoint(savepoint);
            execute(database, "update product set name = '其间' where code = 'P003'");
            index.catchUp();
            connection.commit();
        }
        index.catchUp();
        assertThat(index.fingerprints()).isEqualTo(Engine.inDatabase(database));
    }

    @Test
    void aRestartGoesOnWhereTheIndexStands() throws IOException {
        started().close();
        Map<String, byte[]> before = files();
        execute(database, "update product set name = 'X停机时改的' where code = 'P001'");
        Indexer index = started();
        assertThat(index.fingerprints()).isEqualTo(Engine.inDatabase(database));
        assertThat(files().keySet())
                .as("what was indexed before is kept, not built anew")
                .containsAll(before.keySet().stream()
                        .filter(it -> it.endsWith(".cfs"))
                        .toList());
    }

    @Test
    void aMissingIndexIsBuiltAnew() throws IOException {
        started().close();
        deleteDirectory();
        assertThat(started().fingerprints()).isEqualTo(Engine.inDatabase(database));
    }

    enum Damage {
        FLIPPED_BYTE,
        TRUNCATED,
        EMPTIED,
        /** Says that it was written by a later Lucene. */
        NEWER,
        DELETED;

        void to(Path file) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                switch (this) {
                    case FLIPPED_BYTE -> flip(channel, channel.size() / 2);
                    case TRUNCATED -> channel.truncate(channel.size() / 2);
                    case EMPTIED -> channel.truncate(0);
                    case NEWER -> setVersion(channel, Integer.MAX_VALUE);
                    case DELETED -> Files.delete(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** A file begins with a magic number, the name of its format with its length, and the version of the format. */
        private static void setVersion(FileChannel channel, int version) throws IOException {
            ByteBuffer length = ByteBuffer.allocate(1);
            channel.read(length, Integer.BYTES);
            channel.write(
                    ByteBuffer.allocate(Integer.BYTES).putInt(version).flip(), Integer.BYTES + 1L + length.get(0));
        }

        private static void flip(FileChannel channel, long at) throws IOException {
            ByteBuffer one = ByteBuffer.allocate(1);
            channel.read(one, at);
            channel.write(ByteBuffer.wrap(new byte[] {(byte) ~one.get(0)}), at);
        }
    }

    /** Every file in turn: whichever it is, opening finds the damage. */
    @ParameterizedTest
    @EnumSource(Damage.class)
    void anIndexDamagedWhileStoppedIsBuiltAnew(Damage damage) throws IOException {
        started().close();
        int count = indexFiles().size();
        for (int i = 0; i < count; i++) {
            Path file = indexFiles().get(Math.min(i, indexFiles().size() - 1));
            damage.to(file);
            Indexer index = started();
            assertThat(index.fingerprints()).as(file.toString()).isEqualTo(Engine.inDatabase(database));
            index.close();
        }
    }

    @ParameterizedTest
    @EnumSource(Damage.class)
    void anIndexDamagedWhileRunningIsBuiltAnew(Damage damage) throws IOException {
        Indexer index = started();
        for (Path file : indexFiles()) {
            if (Files.exists(file)) {
                damage.to(file);
                index.catchUp();
                assertThat(index.fingerprints()).as(file.toString()).isEqualTo(Engine.inDatabase(database));
            }
        }
        index.close();
        assertThat(started().fingerprints()).isEqualTo(Engine.inDatabase(database));
    }

    @Test
    void aDirectoryDeletedWhileRunningIsBuiltAnewAndSearchesGoOn() throws IOException {
        Indexer index = started();
        deleteDirectory();
        assertThat(found(index, "电梯")).isPositive();
        execute(database, "update product set name = 'X删目录后改的' where code = 'P001'");
        index.catchUp();
        assertThat(found(index, "X删目录后改的")).isEqualTo(1);
        assertThat(index.fingerprints()).isEqualTo(Engine.inDatabase(database));
        index.close();
        assertThat(started().fingerprints()).isEqualTo(Engine.inDatabase(database));
    }

    @Test
    void anIndexThatCannotBeWrittenSaysSoAnswersAsItWasAndCatchesUpLater() throws IOException {
        Indexer index = started();
        deleteDirectory();
        Files.writeString(directory, "a file stands in the way");
        execute(database, "update product set name = 'X写不进去' where code = 'P001'");
        assertThatThrownBy(index::catchUp).isInstanceOf(UncheckedIOException.class);
        assertThat(index.problem()).contains("索引不能写入");
        assertThat(found(index, "电梯")).isPositive();
        Files.delete(directory);
        index.catchUp();
        assertThat(index.problem()).isNull();
        assertThat(found(index, "X写不进去")).isEqualTo(1);
    }

    @Test
    void anIndexOfAnotherVersionIsBuiltAnew() throws IOException {
        started().close();
        Map<String, String> data = new HashMap<>();
        try (var files = FSDirectory.open(directory);
                var writer = new IndexWriter(files, new IndexWriterConfig())) {
            writer.getLiveCommitData().forEach(it -> data.put(it.getKey(), it.getValue()));
            assertThat(data).containsKey("version");
            data.put("version", "0/0");
            writer.deleteAll();
            writer.setLiveCommitData(data.entrySet());
            writer.commit();
        }
        assertThat(started().fingerprints()).isEqualTo(Engine.inDatabase(database));
    }

    @Test
    void anIndexOfAnotherDatabaseIsBuiltAnew() throws IOException {
        started().close();
        database = CatalogDatabase.create();
        execute(
                database,
                "set session_replication_role = replica; update product set name = 'X别的库' where code = 'P001'");
        assertThat(started().fingerprints()).isEqualTo(Engine.inDatabase(database));
    }

    /** A restored table has no log of what is in it. */
    @Test
    void anIndexOfTablesThatWereMadeAgainIsBuiltAnew() {
        Indexer index = started();
        execute(database, """
                set session_replication_role = replica;
                create table search_change_copy (like search_change including all);
                drop table search_change;
                alter table search_change_copy rename to search_change;
                update product set name = 'X恢复的' where code = 'P001'""");
        index.catchUp();
        assertThat(index.fingerprints()).isEqualTo(Engine.inDatabase(database));
    }

    @Test
    void productsThatVanishWithoutATraceInTheLogAreMissed() {
        Indexer index = started();
        execute(database, "set session_replication_role = replica; delete from product where code = 'P001'");
        index.catchUp();
        assertThat(index.fingerprints()).isEqualTo(Engine.inDatabase(database)).doesNotContainKey("product:P001");
    }

    @Test
    void anIndexThatWasAwayForLongerThanTheLogIsKeptIsBuiltAnew() throws Exception {
        Indexer away = started();
        away.close();
        execute(database, "update product set name = 'X久别' where code = 'P001'");
        Path other = temporary.resolve("other");
        try (Indexer present = Engine.indexer(database, other)) {
            present.catchUp();
            present.prune(Duration.ZERO);
            present.catchUp();
            assertThat(present.fingerprints()).isEqualTo(Engine.inDatabase(database));
        }
        assertThat(logged()).isZero();
        assertThat(started().fingerprints()).isEqualTo(Engine.inDatabase(database));
    }

    @Test
    void pruningKeepsWhatIsYoung() throws SQLException {
        Indexer index = started();
        execute(database, "update product set name = 'X新' where code = 'P001'");
        long before = logged();
        index.prune(Duration.ofDays(7));
        assertThat(logged()).isEqualTo(before).isPositive();
    }

    /** A certificate that ended yesterday counts yesterday and not today, though nothing was changed. */
    @Test
    void certificatesAreJudgedAnewEveryDay() throws IOException {
        execute(
                database,
                "insert into certificate (type, number, firm_code, valid_until) values ('X证', '1', 'F001', '2026-11-22')");
        Indexer today = started();
        Map<String, String> before = today.fingerprints();
        today.close();
        LocalDate tomorrow = Engine.TODAY.plusDays(1);
        Indexer index = remember(Engine.indexer(database, directory, tomorrow));
        index.catchUp();
        assertThat(index.fingerprints()).isNotEqualTo(before).isEqualTo(Engine.inDatabase(database, tomorrow));
    }

    @Test
    void aDirectoryIsHeldByOneProcessOnlyAndTheMessageSaysSo() throws IOException {
        Indexer first = started();
        try (Indexer second = Engine.indexer(database, directory)) {
            assertThatThrownBy(second::catchUp)
                    .hasMessageContaining("正被另一个进程使用")
                    .hasMessageContaining(directory.toString());
        }
        assertThat(first.fingerprints()).isEqualTo(Engine.inDatabase(database));
    }

    @Test
    void otherFilesInTheDirectoryAreLeftAlone() throws IOException {
        Files.createDirectories(directory);
        Path mine = Files.writeString(directory.resolve("notes.txt"), "不是索引", UTF_8);
        Indexer index = started();
        Damage.EMPTIED.to(indexFiles().getFirst());
        index.catchUp();
        assertThat(mine).hasContent("不是索引");
    }

    @Test
    void theIndexFollowsByItselfWhenTheDatabaseGivesNotice() throws Exception {
        Indexer index = watched(directory, Duration.ofHours(1));
        execute(database, "update product set name = 'X自动跟上' where code = 'P001'");
        await(() -> found(index, "X自动跟上") == 1);
        execute(
                database,
                "select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen %' and datname = current_database()");
        execute(database, "update product set name = 'X重连之后' where code = 'P001'");
        await(() -> found(index, "X重连之后") == 1);
    }

    @Test
    void aLostNoticeIsMadeUpForByTheClock() throws Exception {
        Indexer index = watched(directory, Duration.ofMillis(300));
        execute(
                database,
                "set session_replication_role = replica; update product set name = 'X没有通知' where code = 'P001';"
                        + " insert into search_change (kind, code) values ('PRODUCT', 'P001')");
        await(() -> found(index, "X没有通知") == 1);
    }

    @Test
    void twoInstancesOnOneDatabaseBothFollow() throws Exception {
        Indexer one = watched(temporary.resolve("one"), Duration.ofSeconds(5));
        Indexer other = watched(temporary.resolve("other"), Duration.ofSeconds(5));
        var ready = new CountDownLatch(1);
        List<Thread> writers = Stream.of(1, 2, 3)
                .map(writer -> Thread.ofPlatform().start(() -> write(writer, ready)))
                .toList();
        ready.countDown();
        for (Thread writer : writers) {
            writer.join();
        }
        Map<String, String> expected = Engine.inDatabase(database);
        await(() -> one.fingerprints().equals(expected) && other.fingerprints().equals(expected));
    }

    /** Transactions of different length, so that they commit in another order than they begin. */
    private void write(int writer, CountDownLatch ready) {
        try (Connection connection = database.getConnection()) {
            ready.await();
            connection.setAutoCommit(false);
            for (int i = 0; i < 15; i++) {
                CatalogDatabase.execute(
                        connection,
                        "update product set name = 'X%d-%d' where code = 'P0%d'"
                                .formatted(writer, i, writer * 10 + i % 10));
                Thread.sleep(writer * 7L);
                if (i % 5 == 4) {
                    connection.rollback();
                } else {
                    connection.commit();
                }
            }
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Indexer started() {
        Indexer index = remember(Engine.indexer(database, directory));
        index.catchUp();
        return index;
    }

    private Indexer watched(Path path, Duration interval) {
        Indexer index = remember(Engine.indexer(database, path));
        index.catchUp();
        remember(new IndexWatcher(database, index, interval, Duration.ofDays(7)))
                .start();
        return index;
    }

    private <T extends AutoCloseable> T remember(T it) {
        opened.add(it);
        return it;
    }

    private static FoundProduct shown(Indexer index, String code) {
        return search(index, code).getFirst().product();
    }

    private FoundProduct committed(String code) {
        return CatalogDatabase.entries(database, Engine.TODAY).stream()
                .filter(entry -> entry instanceof IndexedProduct && entry.code().equals(code))
                .map(entry -> FoundProduct.of((IndexedProduct) entry))
                .findFirst()
                .orElseThrow();
    }

    private static List<Hit> search(Indexer index, String text) {
        return new LuceneSearch(index, new QuestionMeaning(Meaning.NONE), new SpecificationFits())
                .search(new SearchQuery(text, Map.of(), ListingStatus.ALL, Engine.TODAY, SearchSort.RELEVANCE, 1, 100))
                .hits()
                .items();
    }

    private static long found(Indexer index, String text) {
        return search(index, text).stream()
                .filter(hit -> hit.highlights().stream()
                        .anyMatch(it -> it.field().equals("name") && it.text().contains(text)))
                .count();
    }

    private long logged() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from search_change")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        Patience.await(Duration.ofSeconds(20), condition);
    }

    private List<Path> indexFiles() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(it -> !it.toString().endsWith(".lock")).sorted().toList();
        }
    }

    private Map<String, byte[]> files() throws IOException {
        var files = new HashMap<String, byte[]>();
        for (Path file : indexFiles()) {
            files.put(file.getFileName().toString(), Files.readAllBytes(file));
        }
        return files;
    }

    private void deleteDirectory() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }
}
