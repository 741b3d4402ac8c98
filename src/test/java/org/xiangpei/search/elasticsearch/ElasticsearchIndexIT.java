package org.xiangpei.search.elasticsearch;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.xiangpei.fixtures.Elasticsearch;
import org.xiangpei.fixtures.Patience;
import org.xiangpei.matching.SpecificationFits;
import org.xiangpei.search.CatalogDatabase;
import org.xiangpei.search.CatalogSearch;
import org.xiangpei.search.IndexWatcher;
import org.xiangpei.search.ListingStatus;
import org.xiangpei.search.Meaning;
import org.xiangpei.search.QuestionMeaning;
import org.xiangpei.search.SearchQuery;
import org.xiangpei.search.SearchResult;
import org.xiangpei.search.SearchSort;
import org.xiangpei.search.Suggestion;
import org.xiangpei.search.lucene.Engine;
import org.xiangpei.shared.Unavailable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xiangpei.search.CatalogDatabase.execute;

/** PostgreSQL is the truth for the shared index, too: whatever happens, and whoever writes, afterwards the index equals the database. */
class ElasticsearchIndexIT {

    private final List<AutoCloseable> opened = new ArrayList<>();
    private final String prefix = SharedEngine.prefix();
    private final Elasticsearch node = Elasticsearch.shared();
    private final Cluster cluster = SharedEngine.cluster(node);
    private DataSource database;

    @BeforeEach
    void prepare() {
        database = CatalogDatabase.create();
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable it : opened.reversed()) {
            it.close();
        }
        cluster.close();
    }

    @Test
    void theFirstIndexHoldsTheWholeCatalogue() {
        started();
        assertThat(indexed()).hasSize(263 + 150 + 60).isEqualTo(CatalogDatabase.fingerprints(database, Engine.TODAY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update product set name = 'X改名电梯' where code = 'P001'",
                "delete from specification; delete from equivalent_part; delete from certificate where product_code is not null;"
                        + " delete from product where code > 'P200'",
                "update firm set name = 'X企业', production_sites = '{430300}' where code = 'F050'",
                "update category set name = '升降设备', synonyms = '{直梯}' where code = 'elevator'",
                "truncate specification",
            })
    void everyKindOfChangeReachesTheIndex(String sql) {
        ElasticsearchIndex index = started();
        Map<String, String> before = indexed();
        execute(database, sql);
        index.awaitIndexed();
        assertThat(indexed()).isNotEqualTo(before).isEqualTo(CatalogDatabase.fingerprints(database, Engine.TODAY));
    }

    /** As in our own index: a bare sequence would lose the transaction that began first and committed last. */
    @Test
    void transactionsThatCommitOutOfOrderAreAllIndexed() throws SQLException {
        ElasticsearchIndex index = started();
        try (Connection early = database.getConnection()) {
            early.setAutoCommit(false);
            CatalogDatabase.execute(early, "update product set name = '先开始后提交' where code = 'P001'");
            execute(database, "update product set name = '后开始先提交' where code = 'P002'");
            index.awaitIndexed();
            assertThat(found(index, "后开始先提交")).contains("P002");
            long generation = generation();
            index.awaitIndexed();
            assertThat(generation()).as("what was applied is not applied again").isEqualTo(generation);
            early.commit();
        }
        ElasticsearchIndex another = started();
        assertThat(found(another, "先开始后提交")).contains("P001");
        assertThat(indexed()).isEqualTo(CatalogDatabase.fingerprints(database, Engine.TODAY));
    }

    @Test
    void aSecondInstanceUsesTheIndexThatIsThere() {
        started();
        Set<String> before = indices();
        started();
        assertThat(indices()).isEqualTo(before).hasSize(1);
    }

    @Test
    void instancesThatWriteTogetherUndoNothingOfOneAnother() throws Exception {
        List<ElasticsearchIndex> instances = List.of(started(), started(), started());
        var writing = new AtomicBoolean(true);
        List<CompletableFuture<Void>> followers = instances.stream()
                .map(index -> CompletableFuture.runAsync(() -> {
                    while (writing.get()) {
                        index.awaitIndexed();
                    }
                }))
                .toList();
        for (int i = 0; i < 40; i++) {
            execute(database, "update product set name = '第 %d 次改名' where code = 'P%03d'".formatted(i, 1 + i % 7));
        }
        writing.set(false);
        for (CompletableFuture<Void> follower : followers) {
            follower.get();
        }
        instances.getFirst().awaitIndexed();
        assertThat(indexed()).isEqualTo(CatalogDatabase.fingerprints(database, Engine.TODAY));
    }

    /** An instance that was held up in the middle of a step, and lost its lock without noticing, writes nothing any more. */
    @Test
    void whoWasOutrunIsRefused() throws SQLException {
        started();
        var index = new SharedIndex(cluster, prefix, 1, Engine.noon(Engine.TODAY));
        StoredPosition position = index.position().orElseThrow();
        StoredPosition slow = index.begin(position);
        StoredPosition fast = index.begin(index.position().orElseThrow());
        var entries = CatalogDatabase.entries(database, Engine.TODAY).subList(0, 3);
        index.write(fast, entries, List.of());
        assertThatThrownBy(() -> index.write(slow, entries, List.of())).isInstanceOf(SharedIndex.Outrun.class);
        assertThatThrownBy(() ->
                        index.write(slow, List.of(), List.of(entries.getFirst().key())))
                .isInstanceOf(SharedIndex.Outrun.class);
        assertThatThrownBy(() -> index.end(slow, slow.position())).isInstanceOf(SharedIndex.Outrun.class);
        index.end(fast, fast.position());
        assertThat(indexed()).isEqualTo(CatalogDatabase.fingerprints(database, Engine.TODAY));
    }

    /** Elasticsearch would make an index out of what is written to none, and guess what its fields are. */
    @Test
    void whatIsWrittenToADroppedIndexMakesNoOther() {
        started();
        var index = new SharedIndex(cluster, prefix, 1, Engine.noon(Engine.TODAY));
        Set<String> before = indices();
        StoredPosition half = index.create(index.position().orElseThrow().position());
        index.drop(half.index());
        var entries = CatalogDatabase.entries(database, Engine.TODAY).subList(0, 3);
        assertThatThrownBy(() -> index.write(half, entries, List.of())).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> index.end(half, half.position())).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> index.switchTo(half.index())).isInstanceOf(RuntimeException.class);
        assertThat(indices()).isEqualTo(before);
    }

    /** On the next day all is judged anew, in a new index; who searches meanwhile notices nothing. */
    @Test
    void aNewIndexTakesThePlaceOfTheOldOneWhileSearchesGoOn() throws Exception {
        ElasticsearchIndex index = started();
        Set<String> before = indices();
        var building = new AtomicBoolean(true);
        CompletableFuture<Integer> searches = CompletableFuture.supplyAsync(() -> {
            int count = 0;
            while (building.get()) {
                assertThat(found(index, "浅基坑电梯")).startsWith("P001", "P131");
                assertThat(index.search(new QuestionMeaning(Meaning.NONE), new SpecificationFits())
                                .suggest("浅基", 5))
                        .isNotEmpty();
                count++;
            }
            return count;
        });
        LocalDate tomorrow = Engine.TODAY.plusDays(1);
        ElasticsearchIndex builder = remember(SharedEngine.instance(database, node, prefix, tomorrow));
        builder.awaitIndexed();
        Thread.sleep(SharedEngine.LONGEST_SEARCH);
        builder.awaitIndexed();
        Thread.sleep(200);
        building.set(false);
        assertThat(searches.get()).as("searches meanwhile").isGreaterThan(10);
        assertThat(indices()).hasSize(1).doesNotContainAnyElementsOf(before);
        assertThat(indexed()).isEqualTo(CatalogDatabase.fingerprints(database, tomorrow));
    }

    @Test
    void anIndexThatWasDeletedIsBuiltAnew() {
        ElasticsearchIndex index = started();
        indices().forEach(it -> cluster.delete("/" + it));
        assertThatThrownBy(() -> found(index, "电梯")).isInstanceOf(Unavailable.class);
        index.awaitIndexed();
        assertThat(found(index, "电梯")).isNotEmpty();
        assertThat(indexed()).isEqualTo(CatalogDatabase.fingerprints(database, Engine.TODAY));
    }

    @Test
    void whatWasRemovedFromTheIndexByOthersComesBack() {
        ElasticsearchIndex index = started();
        cluster.delete("/" + indices().iterator().next() + "/_doc/product:P002?refresh=true");
        execute(database, "update product set description = 'X' where code = 'P001'");
        index.awaitIndexed();
        assertThat(indexed()).isEqualTo(CatalogDatabase.fingerprints(database, Engine.TODAY));
    }

    @Test
    void twoServicesShareAClusterUnderTwoPrefixes() {
        ElasticsearchIndex index = started();
        Map<String, String> before = indexed();
        DataSource other = CatalogDatabase.create();
        execute(other, "update product set name = 'X别家的电梯' where code = 'P001'");
        remember(SharedEngine.instance(other, node, prefix + "-other")).awaitIndexed();
        assertThat(indexed()).isEqualTo(before);
        assertThat(found(index, "X别家的电梯")).doesNotContain("P001");
    }

    /** Whoever wrote: the other instance finds it as soon, and by a word of the trade that is new. */
    @Test
    void aChangeIsFoundOnEveryInstanceWithinASecond() throws Exception {
        ElasticsearchIndex one = watched();
        ElasticsearchIndex other = watched();
        Duration fastest = Duration.ofDays(1);
        for (int i = 0; i < 4; i++) {
            String name = "第 %d 部步梯".formatted(i);
            execute(database, "update product set name = '%s' where code = 'P002'".formatted(name));
            long changed = System.nanoTime();
            await(() -> suggested(one).contains(name) && suggested(other).contains(name));
            Duration taken = Duration.ofNanos(System.nanoTime() - changed);
            fastest = taken.compareTo(fastest) < 0 ? taken : fastest;
        }
        assertThat(fastest).as("but for a machine that is busy").isLessThan(Duration.ofSeconds(1));

        execute(database, "update category set synonyms = synonyms || '{竖向通勤柜}' where code = 'elevator'");
        await(() -> found(one, "竖向通勤柜").contains("P001"));
        await(() -> found(other, "竖向通勤柜").contains("P001"));
    }

    @Test
    void aClusterThatCannotBeReachedIsToldAndMadeUpForWhenItIsBack() throws Exception {
        execute(
                database,
                "insert into product (code, firm_code, name, category_code, provenance)"
                        + " values ('X1', 'F001', '停机时删的', 'elevator', 'ILLUSTRATIVE')");
        ElasticsearchIndex index = watched();
        assertThat(indexed()).containsKey("product:X1");
        node.stop();
        try {
            assertThatThrownBy(() -> found(index, "电梯"))
                    .isInstanceOfSatisfying(
                            Unavailable.class, it -> assertThat(it.detail()).contains("检索服务暂时不可用"));
            assertThatThrownBy(() -> index.search(new QuestionMeaning(Meaning.NONE), new SpecificationFits())
                            .suggest("电", 5))
                    .isInstanceOf(Unavailable.class);
            assertThatThrownBy(index::awaitIndexed).isInstanceOf(Unavailable.class);
            assertThat(index.problem()).contains("Elasticsearch 暂不可用").contains("is not available");
            execute(database, "update product set name = 'X停机时改的' where code = 'P001'");
            execute(database, "delete from product where code = 'X1'");
        } finally {
            node.start();
        }
        await(() -> indexed().equals(CatalogDatabase.fingerprints(database, Engine.TODAY)));
        assertThat(found(index, "X停机时改的")).contains("P001");
        await(() -> index.problem() == null);
    }

    private ElasticsearchIndex started() {
        ElasticsearchIndex index = remember(SharedEngine.instance(database, node, prefix));
        index.awaitIndexed();
        return index;
    }

    private ElasticsearchIndex watched() {
        ElasticsearchIndex index = started();
        remember(new IndexWatcher(database, index, Duration.ofMillis(500), Duration.ofDays(7)))
                .start();
        return index;
    }

    private <T extends AutoCloseable> T remember(T it) {
        opened.add(it);
        return it;
    }

    private static List<String> found(ElasticsearchIndex index, String text) {
        CatalogSearch search = index.search(new QuestionMeaning(Meaning.NONE), new SpecificationFits());
        SearchResult result = search.search(
                new SearchQuery(text, Map.of(), ListingStatus.ALL, Engine.TODAY, SearchSort.RELEVANCE, 1, 100));
        return result.relaxed()
                ? List.of()
                : result.hits().items().stream()
                        .map(SearchResult.Hit::productCode)
                        .toList();
    }

    /** The name under which P002 is found. */
    private static List<String> suggested(ElasticsearchIndex index) {
        return index.search(new QuestionMeaning(Meaning.NONE), new SpecificationFits()).suggest("P002", 5).stream()
                .map(Suggestion::text)
                .toList();
    }

    /** The fingerprint of everything that searches see, by key. */
    private Map<String, String> indexed() {
        JsonNode answer = cluster.post(
                "/" + alias() + "/_search",
                Map.of("size", 10_000, "query", Map.of("exists", Map.of("field", EntrySource.KIND))));
        return answer.at("/hits/hits")
                .valueStream()
                .collect(Collectors.toMap(
                        hit -> hit.path("_id").asText(),
                        hit -> hit.path("_source").path(EntrySource.FINGERPRINT).asText()));
    }

    private long generation() {
        return new SharedIndex(cluster, prefix, 1, Engine.noon(Engine.TODAY))
                .position()
                .orElseThrow()
                .generation();
    }

    private String alias() {
        return new SharedIndex(cluster, prefix, 1, Engine.noon(Engine.TODAY)).alias();
    }

    private Set<String> indices() {
        var names = new TreeSet<String>();
        cluster.get("/" + prefix + "-*").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        Patience.await(Duration.ofSeconds(30), condition);
    }
}
