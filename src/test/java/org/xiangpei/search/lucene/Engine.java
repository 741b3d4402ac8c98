package org.xiangpei.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import javax.sql.DataSource;

import org.xiangpei.search.CatalogDatabase;
import org.xiangpei.search.Synonyms;

/** An index without the application, and what an index should hold. */
public final class Engine {

    public static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private Engine() {}

    static Indexer indexer(DataSource database, Path directory) {
        return indexer(database, directory, TODAY);
    }

    static Indexer indexer(DataSource database, Path directory, LocalDate today) {
        return indexer(database, directory, noon(today));
    }

    static Indexer indexer(DataSource database, Path directory, Clock clock) {
        return new Indexer(database, directory, synonyms(), clock);
    }

    public static Clock noon(LocalDate day) {
        ZoneId china = ZoneId.of("Asia/Shanghai");
        return Clock.fixed(day.atTime(LocalTime.NOON).atZone(china).toInstant(), china);
    }

    /** The fingerprint of everything that should be in the index, by key: every column that is searched, filtered or shown counts. */
    static Map<String, String> inDatabase(DataSource database) {
        return inDatabase(database, TODAY);
    }

    static Map<String, String> inDatabase(DataSource database, LocalDate today) {
        return CatalogDatabase.fingerprints(database, today);
    }

    private static Synonyms synonyms() {
        try {
            return Synonyms.read(Path.of("catalog-data/synonyms.txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
