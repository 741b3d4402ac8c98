package org.xiangpei.bench.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.xiangpei.matching.SpecificationFits;
import org.xiangpei.search.ListingStatus;
import org.xiangpei.search.Meaning;
import org.xiangpei.search.QuestionMeaning;
import org.xiangpei.search.SearchQuery;
import org.xiangpei.search.SearchResult;
import org.xiangpei.search.SearchSort;
import org.xiangpei.search.Synonyms;
import org.xiangpei.search.lucene.Indexer;
import org.xiangpei.search.lucene.LuceneSearch;

/** Our search without HTTP and JSON. */
final class InProcess implements Engine {

    private final Path directory;
    private final Indexer indexer;
    private final LuceneSearch search;
    private final long indexMillis;

    private InProcess(Path directory, Indexer indexer, long indexMillis) {
        this.directory = directory;
        this.indexer = indexer;
        this.indexMillis = indexMillis;
        this.search = new LuceneSearch(indexer, new QuestionMeaning(Meaning.NONE), new SpecificationFits());
    }

    /** @param built an index of the same catalogue by the same code, so that a million products are not indexed twice; null for none */
    static InProcess open(BenchDatabase database, Path directory, @Nullable Path built) throws IOException {
        Machine.delete(directory);
        if (built != null) {
            Machine.copy(built, directory);
        }
        long began = System.nanoTime();
        var indexer = new Indexer(
                database.source(),
                directory,
                Synonyms.read(Path.of("catalog-data/synonyms.txt")),
                Clock.systemDefaultZone());
        indexer.catchUp();
        return new InProcess(directory, indexer, built == null ? (System.nanoTime() - began) / 1_000_000 : 0);
    }

    @Override
    public String name() {
        return "our search in process";
    }

    @Override
    public Supplier<List<String>> search(String text) {
        SearchResult result = search.search(new SearchQuery(
                text,
                Map.of(),
                ListingStatus.VALID,
                LocalDate.now(Clock.systemDefaultZone()),
                SearchSort.RELEVANCE,
                1,
                20));
        return () -> result.hits().items().stream()
                .map(SearchResult.Hit::productCode)
                .toList();
    }

    @Override
    public Footprint footprint() throws IOException {
        return new Footprint(indexMillis, Machine.size(directory), 0);
    }

    @Override
    public void close() {
        try {
            indexer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
