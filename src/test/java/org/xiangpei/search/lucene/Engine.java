package org.xiangpei.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

import org.xiangpei.search.CatalogChange;
import org.xiangpei.search.CatalogSnapshot;
import org.xiangpei.search.Synonyms;

/** An index without the application, and what an index should hold. */
final class Engine {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

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

    static Clock noon(LocalDate day) {
        ZoneId china = ZoneId.of("Asia/Shanghai");
        return Clock.fixed(day.atTime(LocalTime.NOON).atZone(china).toInstant(), china);
    }

    /** The fingerprint of everything that should be in the index, by key: every column that is searched, filtered or shown counts. */
    static Map<String, String> inDatabase(DataSource database) {
        return inDatabase(database, TODAY);
    }

    static Map<String, String> inDatabase(DataSource database, LocalDate today) {
        try (Connection connection = database.getConnection()) {
            var expected = new HashMap<String, String>();
            CatalogChange.everything(new CatalogSnapshot(connection, today))
                    .forEach(batch -> batch.entries().forEach(entry -> expected.put(entry.key(), entry.fingerprint())));
            return expected;
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Synonyms synonyms() {
        try {
            return Synonyms.read(Path.of("catalog-data/synonyms.txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
