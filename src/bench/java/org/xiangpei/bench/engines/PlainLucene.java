package org.xiangpei.bench.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;

import org.xiangpei.search.IndexedProduct;

/** What a developer writes first with Lucene: its Chinese analyzer, any of the words in any field, the first 20 and facet counts. */
final class PlainLucene implements Engine {

    private static final Map<String, Float> WEIGHTS = Map.of(
            "name", 8f, "model", 6f, "category", 4f, "synonyms", 3f, "description", 1.5f, "details", 1f, "firm", 1f);
    private static final List<String> FACETS = List.of("city", "category", "chain", "certificate", "provenance");

    /** So many products are in memory while the processors are busy. */
    private static final int WAITING = 1000;

    private final Path directory;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final SortedSetDocValuesReaderState facets;
    private final Analyzer analyzer = new SmartChineseAnalyzer();
    private final long today = LocalDate.now().toEpochDay();
    private final long indexMillis;

    private PlainLucene(Path directory, long began) throws IOException {
        this.directory = directory;
        this.reader = DirectoryReader.open(FSDirectory.open(directory));
        this.searcher = new IndexSearcher(reader);
        this.facets = new DefaultSortedSetDocValuesReaderState(reader, config());
        this.indexMillis = (System.nanoTime() - began) / 1_000_000;
    }

    static PlainLucene build(BenchDatabase database, Path directory) throws IOException, SQLException {
        Machine.delete(directory);
        long began = System.nanoTime();
        try (var files = FSDirectory.open(directory);
                var writer = new IndexWriter(files, new IndexWriterConfig(new SmartChineseAnalyzer()))) {
            addAll(database, writer);
        }
        return new PlainLucene(directory, began);
    }

    /** With every processor, as ours. */
    private static void addAll(BenchDatabase database, IndexWriter writer) throws IOException, SQLException {
        FacetsConfig config = config();
        int processors = Runtime.getRuntime().availableProcessors();
        var failure = new AtomicReference<@Nullable IOException>();
        try (var threads = new ThreadPoolExecutor(
                processors,
                processors,
                1,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING),
                new ThreadPoolExecutor.CallerRunsPolicy())) {
            Products.read(
                    database,
                    product -> threads.execute(() -> {
                        try {
                            writer.addDocument(config.build(document(product)));
                        } catch (IOException e) {
                            failure.set(e);
                        }
                    }));
        }
        IOException failed = failure.get();
        if (failed != null) {
            throw failed;
        }
    }

    private static Document document(IndexedProduct product) {
        var document = new Document();
        document.add(new StringField("code", product.code(), Field.Store.YES));
        Products.texts(product)
                .forEach((field, texts) ->
                        texts.forEach(text -> document.add(new TextField(field, text, Field.Store.YES))));
        Products.facets(product)
                .forEach((facet, values) ->
                        values.forEach(value -> document.add(new SortedSetDocValuesFacetField(facet, value))));
        document.add(new LongField("until", Products.until(product), Field.Store.NO));
        return document;
    }

    private static FacetsConfig config() {
        var config = new FacetsConfig();
        config.setMultiValued("city", true);
        config.setMultiValued("certificate", true);
        return config;
    }

    @Override
    public String name() {
        return "plain Lucene in process";
    }

    @Override
    public Supplier<List<String>> search(String text) throws IOException {
        var found = FacetsCollectorManager.search(searcher, query(text), 20, new FacetsCollectorManager());
        var counts = new SortedSetDocValuesFacetCounts(facets, found.facetsCollector());
        for (String facet : FACETS) {
            counts.getTopChildren(100, facet);
        }
        var codes = new ArrayList<String>();
        var stored = searcher.storedFields();
        for (ScoreDoc hit : found.topDocs().scoreDocs) {
            codes.add(stored.document(hit.doc).get("code"));
        }
        return () -> codes;
    }

    private Query query(String text) {
        var builder = new QueryBuilder(analyzer);
        var anywhere = new BooleanQuery.Builder();
        WEIGHTS.forEach((field, weight) -> {
            Query words = builder.createBooleanQuery(field, text);
            if (words != null) {
                anywhere.add(new BoostQuery(words, weight), Occur.SHOULD);
            }
        });
        return new BooleanQuery.Builder()
                .add(anywhere.build(), Occur.MUST)
                .add(LongField.newRangeQuery("until", today, Long.MAX_VALUE), Occur.FILTER)
                .build();
    }

    @Override
    public Footprint footprint() throws IOException {
        return new Footprint(indexMillis, Machine.size(directory), 0);
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
