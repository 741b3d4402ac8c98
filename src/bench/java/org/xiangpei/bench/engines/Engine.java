package org.xiangpei.bench.engines;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** One way to search the catalogue. Safe for threads. Every engine answers with 20 products and the counts of the five facets. */
interface Engine extends AutoCloseable {

    String name();

    /** The answer as the engine gives it; the codes of the products in it, best first, are only read when they are asked for. */
    Supplier<List<String>> search(String text) throws IOException, SQLException;

    /** What it took to make all products findable, and what it holds. */
    Footprint footprint() throws IOException;

    /** Whether it becomes faster while it is asked, because Java compiles what is asked for often. */
    default boolean isJava() {
        return true;
    }

    /** Completions of what is being typed, where the engine is asked for them. */
    default Optional<Suggester> suggester() {
        return Optional.empty();
    }

    interface Suggester {
        void suggest(String beginning) throws IOException;
    }

    /**
     * @param indexMillis from the database to the first search; 0 for a copy of another engine's index
     * @param diskBytes of the index alone
     * @param residentMiB of the process after the run; 0 where it is that of the measuring one
     */
    record Footprint(long indexMillis, long diskBytes, long residentMiB) {}

    @Override
    void close();
}
