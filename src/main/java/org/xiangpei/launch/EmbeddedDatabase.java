package org.xiangpei.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.xiangpei.shared.CannotStart;

/**
 * A real PostgreSQL in the data directory, with durable settings, reached by this process alone: it listens on the loopback
 * address at a free port and asks for a password that is kept beside it.
 */
final class EmbeddedDatabase {

    static final String USER = "postgres";

    private final DataDirectory directory;
    private final EmbeddedPostgres postgres;
    private final String password;

    private EmbeddedDatabase(DataDirectory directory, EmbeddedPostgres postgres, String password) {
        this.directory = directory;
        this.postgres = postgres;
        this.password = password;
    }

    /**
     * Starts the database, made on first use. One that a killed process left running is stopped first: it would hold the files.
     *
     * @throws CannotStart when it does not come up
     */
    static EmbeddedDatabase start(DataDirectory directory) {
        Postmaster.of(directory.postgres()).ifPresent(Postmaster::stop);
        try {
            boolean secured = Files.exists(directory.password());
            String password = secured ? Files.readString(directory.password()).strip() : newPassword();
            EmbeddedPostgres postgres = boot(directory, password);
            if (!secured) {
                secure(directory, postgres, password);
            }
            return new EmbeddedDatabase(directory, postgres, password);
        } catch (IOException | SQLException | IllegalStateException e) {
            throw new CannotStart(
                    "内置 PostgreSQL 没有启动 (%s)，详见 %s / the embedded PostgreSQL did not come up, see its log"
                            .formatted(e.getMessage(), directory.log()),
                    e);
        }
    }

    static String jdbcUrl(int port) {
        return "jdbc:postgresql://localhost:%d/postgres".formatted(port);
    }

    String jdbcUrl() {
        return jdbcUrl(postgres.getPort());
    }

    String username() {
        return USER;
    }

    String password() {
        return password;
    }

    /** Waits for the connections of the service to end, then shuts down; what is left is stopped without waiting. */
    void stop() {
        Postmaster.of(directory.postgres()).ifPresent(Postmaster::stop);
    }

    private static EmbeddedPostgres boot(DataDirectory directory, String password) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(directory.postgres())
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(directory.binaries().toFile())
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofSeconds(30))
                .setLocaleConfig("encoding", "UTF8")
                .setLocaleConfig("locale", "C")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("listen_addresses", "localhost")
                .setServerConfig("shared_buffers", "64MB")
                .setConnectConfig("password", password)
                .setOutputRedirector(
                        ProcessBuilder.Redirect.appendTo(directory.log().toFile()))
                .setErrorRedirector(
                        ProcessBuilder.Redirect.appendTo(directory.log().toFile()))
                .start();
    }

    /** A new cluster trusts every local user; from here on it asks for the password. */
    private static void secure(DataDirectory directory, EmbeddedPostgres postgres, String password)
            throws IOException, SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter user %s password '%s'".formatted(USER, password));
            Files.writeString(directory.postgres().resolve("pg_hba.conf"), """
                    # Written by Xiangpei: only from this machine, and only with the password.
                    local all all scram-sha-256
                    host  all all 127.0.0.1/32 scram-sha-256
                    host  all all ::1/128      scram-sha-256
                    """);
            statement.execute("select pg_reload_conf()");
        }
        Path file = Files.createFile(
                directory.password(),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, password);
    }

    private static String newPassword() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
