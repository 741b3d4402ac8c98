package org.xiangpei.search.meaning;

import java.nio.file.*;
import java.sql.Connection;
import java.time.*;
import java.util.*;

import org.junit.jupiter.api.*;
import org.junit.jupiter.api.io.TempDir;

import org.xiangpei.search.*;
import org.xiangpei.search.lucene.*;

class ExploreTest {
    @Test
    void explore(@TempDir Path dir) throws Exception {
        var db = CatalogDatabase.create();
        Clock clock = Clock.fixed(Instant.parse("2026-11-22T04:00:00Z"), ZoneId.of("Asia/Shanghai"));
        new VectorWorker(db, RealModel.get(), clock).catchUp();
        try (var index = new Indexer(db, dir, Synonyms.read(Path.of("catalog-data/synonyms.txt")), clock);
                Connection c = db.getConnection()) {
            index.catchUp();
            var cats = new HashMap<String, String>();
            var names = new HashMap<String, String>();
            for (var p : new CatalogSnapshot(c, LocalDate.of(2026, 11, 22)).products(null)) {
                cats.put(p.code(), p.category().code());
                names.put(p.code(), p.name());
            }
            var with = new LuceneSearch(index, new QuestionMeaning(RealModel.get()));
            var without = new LuceneSearch(index, new QuestionMeaning(Meaning.NONE));
            var out = new StringBuilder();
            double[] mrr = new double[2];
            int n = 0;
            int[] empty = new int[2];
            for (String l : Files.readAllLines(Path.of("/tmp/mn/h/q.txt"))) {
                var q = l.split("\\|");
                n++;
                out.append(q[0]).append(" -> ").append(q[1]).append('\n');
                for (int k = 0; k < 2; k++) {
                    var r = (k == 0 ? without : with)
                            .search(new SearchQuery(
                                    q[0],
                                    Map.of(),
                                    ListingStatus.ALL,
                                    LocalDate.of(2026, 11, 22),
                                    SearchSort.RELEVANCE,
                                    1,
                                    50));
                    int rank = 0;
                    int i = 0;
                    var top = new StringBuilder();
                    for (var h : r.hits().items()) {
                        i++;
                        if (rank == 0 && q[1].equals(cats.get(h.productCode()))) rank = i;
                        if (i < 4)
                            top.append(names.get(h.productCode()))
                                    .append(h.foundBy())
                                    .append("; ");
                    }
                    if (rank > 0) mrr[k] += 1.0 / rank;
                    if (r.hits().total() == 0) empty[k]++;
                    out.append("   ")
                            .append(k == 0 ? "words  " : "meaning")
                            .append(" total ")
                            .append(r.hits().total())
                            .append(" relaxed ")
                            .append(r.relaxed())
                            .append(" rank ")
                            .append(rank)
                            .append(" ")
                            .append(top)
                            .append('\n');
                }
            }
            out.append("MRR words " + mrr[0] / n + " empty " + empty[0] + " meaning " + mrr[1] / n + " empty "
                    + empty[1] + "\n");
            for (String q : Files.readAllLines(Path.of("/tmp/mn/h/n.txt"))) {
                var a = without.search(new SearchQuery(
                        q, Map.of(), ListingStatus.ALL, LocalDate.of(2026, 11, 22), SearchSort.RELEVANCE, 1, 50));
                var b = with.search(new SearchQuery(
                        q, Map.of(), ListingStatus.ALL, LocalDate.of(2026, 11, 22), SearchSort.RELEVANCE, 1, 50));
                if (a.hits().total() + b.hits().total() > 0)
                    out.append(q + " words " + a.hits().total() + " meaning "
                            + b.hits().total() + " "
                            + b.hits().items().stream()
                                    .limit(3)
                                    .map(h -> names.get(h.productCode()) + h.foundBy())
                                    .toList()
                            + "\n");
            }
            Files.writeString(Path.of("/tmp/mn/explore.txt"), out);
        }
    }
}
