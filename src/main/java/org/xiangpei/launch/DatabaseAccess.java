package org.xiangpei.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.xiangpei.audit.CannotVerify;

/** How a database is reached. */
record DatabaseAccess(String url, String username, String password) {

    /** The line of {@code postmaster.pid} that holds the port. */
    private static final int PORT = 3;

    /**
     * The embedded database of a directory while it runs, for its service or left behind by it.
     *
     * @throws CannotVerify when its password or its port cannot be read, for example by another user than the service's
     */
    static Optional<DatabaseAccess> running(Path directory) {
        try {
            Path data = DataDirectory.postgres(directory);
            if (Postmaster.of(data).isEmpty()) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
            String password =
                    Files.readString(DataDirectory.password(directory)).strip();
            return Optional.of(new DatabaseAccess(
                    EmbeddedDatabase.jdbcUrl(Integer.parseInt(lines.get(PORT).strip())),
                    EmbeddedDatabase.USER,
                    password));
        } catch (IOException | UncheckedIOException | IndexOutOfBoundsException | NumberFormatException e) {
            throw new CannotVerify(
                    "不能读取 %s 里正在运行的数据库 (%s)。请以服务的用户运行 / run this as the user of the service"
                            .formatted(directory.toAbsolutePath().normalize(), e),
                    e);
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return url;
    }
}
