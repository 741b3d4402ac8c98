package org.xiangpei.search.lucene;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

import org.postgresql.ds.PGSimpleDataSource;

import org.xiangpei.search.IndexWatcher;

/** The main class of a process of its own, which ends without any shutdown at a place that the test names. */
final class KilledProcess {

    private KilledProcess() {}

    /** Arguments: address of the database, index directory, where to end, and a number that says more of it. */
    public static void main(String[] arguments) throws Exception {
        var database = new PGSimpleDataSource();
        database.setUrl(arguments[0]);
        database.setUser("postgres");
        var clock = new DeadlyClock();
        Indexer index = Engine.indexer(database, Path.of(arguments[1]), clock);
        index.catchUp();
        int number = Integer.parseInt(arguments[3]);
        switch (arguments[2]) {
            case "between-commit-and-indexing" -> {
                update(database, "X提交后被杀", number);
                Runtime.getRuntime().halt(9);
            }
            case "while-indexing" -> {
                update(database, "X写索引时被杀", 1);
                update(database, "X写索引时也被杀", 2);
                clock.killAfter(number);
                index.catchUp();
            }
            case "while-writing" -> write(database, index, number);
            default -> throw new IllegalArgumentException(arguments[2]);
        }
    }

    private static void write(PGSimpleDataSource database, Indexer index, int millis) throws SQLException {
        new IndexWatcher(database, index, Duration.ofSeconds(5), Duration.ofDays(7)).start();
        Thread.ofPlatform().start(() -> {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            Runtime.getRuntime().halt(9);
        });
        for (int i = 0; true; i++) {
            update(database, "X" + i, 1 + i % 200);
        }
    }

    private static void update(PGSimpleDataSource database, String name, int number) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("update product set name = '%s' where code = 'P%03d'".formatted(name, number));
        }
    }

    /**
     * The indexer looks at the clock three times when something changed: before it reads, when Lucene has the documents but has not
     * committed them, and after that commit. At one of these the process ends.
     */
    private static final class DeadlyClock extends Clock {

        private int left = Integer.MAX_VALUE;

        void killAfter(int looks) {
            left = looks;
        }

        @Override
        public Instant instant() {
            if (left-- == 0) {
                Runtime.getRuntime().halt(9);
            }
            return Engine.noon(Engine.TODAY).instant();
        }

        @Override
        public ZoneId getZone() {
            return Engine.noon(Engine.TODAY).getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
