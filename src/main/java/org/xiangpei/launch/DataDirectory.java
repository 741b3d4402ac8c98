package org.xiangpei.launch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.CannotStart;

/** The directory of the embedded PostgreSQL, held by one process at a time through a lock on its file {@code lock}. */
final class DataDirectory {

    private final Path path;

    @SuppressWarnings({"unused", "FieldCanBeLocal"
    }) // Held until the process ends: closing it would free the directory.
    private final FileLock lock;

    private DataDirectory(Path path, FileLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /** @throws CannotStart when another process has it, or it cannot be written */
    static DataDirectory claim(Path directory) {
        Path path = directory.toAbsolutePath().normalize();
        try {
            create(path);
            FileChannel channel = FileChannel.open(
                    path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                throw new CannotStart(
                        "数据目录 %s 正被进程 %s 使用。请先停掉它，或用环境变量 XIANGPEI_DATA_DIRECTORY 换一个目录 / data directory in use by another process"
                                .formatted(path, holder(channel)));
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
            return new DataDirectory(path, lock);
        } catch (IOException e) {
            throw new CannotStart(
                    "数据目录 %s 不能写入 (%s)。请检查权限，或用环境变量 XIANGPEI_DATA_DIRECTORY 换一个目录 / data directory cannot be written"
                            .formatted(path, e),
                    e);
        }
    }

    /** Whether the embedded database was ever made there. */
    static boolean holdsDatabase(Path directory) {
        return Files.exists(postgres(directory).resolve("PG_VERSION"));
    }

    static Path postgres(Path directory) {
        return directory.resolve("postgresql");
    }

    static Path password(Path directory) {
        return directory.resolve("postgresql.password");
    }

    Path postgres() {
        return postgres(path);
    }

    Path binaries() {
        return path.resolve("postgresql-bin");
    }

    /** The password of the embedded database, readable by the owner alone. */
    Path password() {
        return password(path);
    }

    Path log() {
        return path.resolve("postgresql.log");
    }

    /** Made for its owner alone: it holds the database. One that exists keeps the permissions that the operator gave it. */
    private static void create(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            Files.createDirectories(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        var buffer = ByteBuffer.allocate(20);
        channel.read(buffer, 0);
        return new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8).strip();
    }
}
