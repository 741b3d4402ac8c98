package org.xiangpei.search.lucene;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.*;

import org.junit.jupiter.api.*;
import org.junit.jupiter.api.io.TempDir;

import org.xiangpei.search.*;

class ScratchTest {
    @Test
    void look(@TempDir Path dir) throws Exception {
        var ds = CatalogDatabase.create();
        Clock clock = Clock.fixed(LocalDate.of(2026, 11, 22).atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        long t = java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        var indexer = new Indexer(ds, dir, Synonyms.read(Path.of("catalog-data/synonyms.txt")), clock);
        indexer.catchUp();
        System.out.println("built "
                + (java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - t) / 1000000
                + " " + indexer.counts());
        var search = new LuceneSearch(indexer);
        var names = new HashMap<String, String>();
        try (var c = ds.getConnection();
                var s = c.createStatement();
                var r = s.executeQuery("select code, name || ' [' || coalesce(model,'') || ']' from product")) {
            while (r.next()) names.put(r.getString(1), r.getString(2));
        }
        for (String q : java.nio.file.Files.readAllLines(Path.of("/tmp/queries.txt"))) {
            var words = indexer.withView(v -> QueryWords.of(q, v.lexicon()));
            var res = search.search(new SearchQuery(
                    q, Map.of(), ListingStatus.ALL, LocalDate.of(2026, 11, 22), SearchSort.RELEVANCE, 1, 6));
            System.out.println("### " + q + " -> " + res.hits().total() + (res.relaxed() ? " RELAXED" : "")
                    + (res.didYouMean() == null ? "" : " 是不是: " + res.didYouMean()));
            System.out.println("    "
                    + words.stream()
                            .map(w -> w.text()
                                    + (w.inner().isEmpty()
                                            ? ""
                                            : w.inner().stream()
                                                    .map(Word::text)
                                                    .toList()
                                                    .toString()))
                            .toList());
            for (var h : res.hits().items())
                System.out.printf(
                        "    %6.1f %s %s %s%n",
                        h.score(),
                        h.productCode(),
                        names.get(h.productCode()),
                        h.highlights().stream()
                                .map(x -> x.field() + ":"
                                        + x.spans().stream()
                                                .map(y -> x.text().substring(y.start(), y.end()))
                                                .toList())
                                .toList());
        }
        for (String q : List.of("浅", "电", "yjv", "ＹＪＶ22", "华菱", "f00", "P001", "電梯", "缆", "远大洁净", "8.7/15")) {
            System.out.println("suggest " + q + " " + search.suggest(q, 4));
        }
        var some = new ArrayList<>(names.values());
        for (int round = 0; round < 5; round++) {
            t = java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            int n = 0;
            for (int i = 0; i < 500; i++)
                n += search.candidates(new CandidateQuery(
                                some.get(i % some.size()) + " 额定载重不低于1000kg 速度1.75m/s 交货长沙",
                                null,
                                LocalDate.of(2026, 11, 22),
                                500))
                        .size();
            System.out.println("500 candidates "
                    + (java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - t) / 1000000
                    + " ms, avg " + n / 500);
            t = java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            for (int i = 0; i < 200; i++)
                search.search(new SearchQuery(
                        "电缆 长沙",
                        Map.of(),
                        ListingStatus.VALID,
                        LocalDate.of(2026, 11, 22),
                        SearchSort.RELEVANCE,
                        1,
                        20));
            System.out.println("search "
                    + (java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - t)
                            / 1000
                            / 200
                    + " us");
        }
        indexer.close();
    }
}
