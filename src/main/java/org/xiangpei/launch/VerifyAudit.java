package org.xiangpei.launch;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

import org.xiangpei.audit.Anchor;
import org.xiangpei.audit.CannotVerify;
import org.xiangpei.audit.TrailCheck;
import org.xiangpei.audit.TrailVerifier;
import org.xiangpei.shared.CannotStart;
import org.xiangpei.shared.Labels;

/**
 * The command that checks the audit trail (校验审计记录) of an installation, whether its service runs or not. It reads the same settings
 * as the service and changes nothing.
 */
final class VerifyAudit {

    static final String NAME = "verify-audit";

    static final int WHOLE = 0;
    static final int BROKEN = 1;
    static final int CANNOT_CHECK = 2;

    private final Config config;
    private final PrintStream out;

    VerifyAudit(Config config, PrintStream out) {
        this.config = config;
        this.out = out;
    }

    /**
     * @param arguments nothing, or a noted entry, see {@link Anchor}
     * @return the exit code
     */
    int run(List<String> arguments) {
        try {
            return report(inTheDatabase(noted(arguments)));
        } catch (CannotVerify | CannotStart e) {
            return cannotCheck(e.getMessage());
        } catch (RuntimeException e) { // Whatever it is, it does not say that the trail is broken.
            return cannotCheck(e.toString());
        }
    }

    private int cannotCheck(@Nullable String reason) {
        out.println("无法校验 / cannot check: " + reason);
        return CANNOT_CHECK;
    }

    private static Optional<Anchor> noted(List<String> arguments) {
        if (arguments.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Anchor.parse(arguments.getFirst())
                .filter(it -> arguments.size() == 1)
                .orElseThrow(
                        () -> new CannotVerify("参数应为以前记下的“序号:哈希”，例如 1234:9f86d0… / the argument must be number:hash")));
    }

    private TrailCheck inTheDatabase(Optional<Anchor> noted) {
        Optional<String> url = config.getOptionalValue("quarkus.datasource.jdbc.url", String.class);
        if (url.isPresent()) {
            return verify(new DatabaseAccess(url.get(), setting("username"), setting("password")), noted);
        }
        Path directory = Xiangpei.dataDirectory(config);
        Optional<DatabaseAccess> running = DatabaseAccess.running(directory);
        return running.isPresent() ? verify(running.get(), noted) : started(directory, noted);
    }

    /** The service is stopped: its database runs for as long as this takes. */
    private TrailCheck started(Path directory, Optional<Anchor> noted) {
        if (!DataDirectory.holdsDatabase(directory)) {
            throw new CannotVerify(
                    "%s 里没有数据库。请用 XIANGPEI_DATA_DIRECTORY 或 QUARKUS_DATASOURCE_JDBC_URL 指明 / no database there"
                            .formatted(directory.toAbsolutePath().normalize()));
        }
        EmbeddedDatabase database = EmbeddedDatabase.start(DataDirectory.claim(directory));
        try {
            return verify(new DatabaseAccess(database.jdbcUrl(), database.username(), database.password()), noted);
        } finally {
            database.stop();
        }
    }

    private TrailCheck verify(DatabaseAccess access, Optional<Anchor> noted) {
        var database = new PGSimpleDataSource();
        try {
            database.setUrl(access.url());
        } catch (IllegalArgumentException e) {
            throw new CannotVerify("数据库地址不能识别 / not an address of a database: " + access.url(), e);
        }
        database.setUser(access.username());
        database.setPassword(access.password());
        return new TrailVerifier(database, config.getOptionalValue("xiangpei.audit.key", String.class)).verify(noted);
    }

    private String setting(String name) {
        return config.getOptionalValue("quarkus.datasource." + name, String.class)
                .orElse("");
    }

    private int report(TrailCheck check) {
        check.broken().ifPresentOrElse(this::printBroken, () -> out.println("审计记录完整 / the audit trail is whole"));
        out.printf("已核对 %d 条 / entries checked: %d%n", check.entries(), check.entries());
        check.sealedFrom()
                .ifPresent(seq -> out.printf("从第 %d 条起有密钥签名 / sealed with the key from entry %d on%n", seq, seq));
        check.last().ifPresent(last -> out.printf("请另处存证 / note elsewhere: %s%n", last));
        return check.isWhole() ? WHOLE : BROKEN;
    }

    private void printBroken(TrailCheck.Break broken) {
        out.printf(
                "审计记录在第 %d 条断开：%s / the audit trail is broken at entry %d: %s%n",
                broken.seq(),
                Labels.of(broken.flaw()),
                broken.seq(),
                broken.flaw().code());
    }
}
