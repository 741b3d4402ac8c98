package org.xiangpei.search.meaning;

import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;

import org.xiangpei.search.Meaning;

/** The real model, without the application, and the vectors that it makes of a catalogue. */
public final class SampleMeaning {

    private static final BackgroundMeaning LOADED = new BackgroundMeaning();

    private SampleMeaning() {}

    /** Loaded once for all tests of a JVM. */
    public static synchronized Meaning loaded() {
        if (LOADED.state().phase() != BackgroundMeaning.Phase.READY) {
            LOADED.load();
        }
        return LOADED;
    }

    /** Computes the vectors of all products, and keeps them in the database. */
    public static void compute(DataSource database) throws SQLException {
        if (!new VectorWorker(database, loaded(), Clock.systemUTC()).catchUp()) {
            throw new IllegalStateException("Somebody else computes");
        }
    }
}
