package org.xiangpei.launch;

import java.nio.file.Path;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Starts the service, and before it an embedded PostgreSQL unless {@code quarkus.datasource.jdbc.url} names one.
 *
 * <p>What can be known to fail before anything is touched (port or data directory taken) ends the process with one sentence and
 * exit code 1, not with a stack trace.
 */
@QuarkusMain
public final class Xiangpei {

    private Xiangpei() {}

    public static void main(String... args) {
        Config config = ConfigProvider.getConfig();
        try {
            ListeningPort.of(config).requireFree();
            if (config.getOptionalValue("quarkus.datasource.jdbc.url", String.class)
                    .isEmpty()) {
                startDatabase(config.getOptionalValue("xiangpei.data-directory", Path.class)
                        .orElse(Path.of("data")));
            }
        } catch (CannotStart e) {
            System.err.println("Xiangpei 不能启动 / cannot start: " + e.getMessage());
            System.exit(1);
        }
        Quarkus.run(args);
    }

    private static void startDatabase(Path directory) {
        EmbeddedDatabase database = EmbeddedDatabase.start(DataDirectory.claim(directory));
        System.setProperty("quarkus.datasource.jdbc.url", database.jdbcUrl());
        System.setProperty("quarkus.datasource.username", database.username());
        System.setProperty("quarkus.datasource.password", database.password());
        Runtime.getRuntime().addShutdownHook(new Thread(database::stop, "stop-postgresql"));
    }
}
