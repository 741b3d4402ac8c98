package org.xiangpei.launch;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.CannotStart;
import org.xiangpei.shared.SystemClock;
import org.xiangpei.shared.web.RequestHead;

/**
 * Starts the service, and before it an embedded PostgreSQL unless {@code quarkus.datasource.jdbc.url} names one. With the argument
 * {@code verify-audit} it checks the audit trail instead ({@link VerifyAudit}), with {@code verify-passport} a
 * passport ({@link VerifyPassport}).
 *
 * <p>What the operator can mend ends the process with its {@link CannotStart} message and exit code 1, not with a stack trace,
 * whether it shows before anything is touched (port or data directory taken) or while the service starts (a wrong catalogue folder).
 */
@QuarkusMain
public final class Xiangpei {

    private Xiangpei() {}

    public static void main(String... args) {
        Config config = ConfigProvider.getConfig();
        if (args.length > 0 && args[0].equals(VerifyAudit.NAME)) {
            var arguments = Arrays.asList(args).subList(1, args.length);
            System.exit(new VerifyAudit(config, System.out).run(arguments));
        }
        if (args.length > 0 && args[0].equals(VerifyPassport.NAME)) {
            var arguments = Arrays.asList(args).subList(1, args.length);
            System.exit(new VerifyPassport(config, System.in, System.out, SystemClock.clock()).run(arguments));
        }
        try {
            ListeningPort.of(config).requireFree();
            if (config.getOptionalValue("quarkus.datasource.jdbc.url", String.class)
                    .isEmpty()) {
                startDatabase(dataDirectory(config));
            }
        } catch (CannotStart e) {
            explain(e);
            System.exit(1);
        }
        RequestHead.leaveAddressesToUs();
        Quarkus.run(null, Xiangpei::ended, args);
    }

    static Path dataDirectory(Config config) {
        return config.getOptionalValue("xiangpei.data-directory", Path.class).orElse(Path.of("data"));
    }

    private static void startDatabase(Path directory) {
        EmbeddedDatabase database = EmbeddedDatabase.start(DataDirectory.claim(directory));
        System.setProperty("quarkus.datasource.jdbc.url", database.jdbcUrl());
        System.setProperty("quarkus.datasource.username", database.username());
        System.setProperty("quarkus.datasource.password", database.password());
        Runtime.getRuntime().addShutdownHook(new Thread(database::stop, "stop-postgresql"));
    }

    /** The framework says nothing of a failed start when it has such a handler; how the process then ends stays its affair. */
    private static void ended(int code, @Nullable Throwable failure) {
        if (failure != null) {
            reason(failure).ifPresentOrElse(Xiangpei::explain, () -> Logger.getLogger(Xiangpei.class)
                    .error("Xiangpei failed to start", failure));
        }
        ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(code, failure);
    }

    private static Optional<CannotStart> reason(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(CannotStart.class::isInstance)
                .map(CannotStart.class::cast)
                .findFirst();
    }

    private static void explain(CannotStart reason) {
        System.err.println("Xiangpei 不能启动 / cannot start: " + reason.getMessage());
    }
}
