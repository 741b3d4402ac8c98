package org.xiangpei.recognition.passport;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/** The key that a demonstration makes for itself and keeps in its data directory, readable by its owner alone. */
final class MadeKey {

    private static final FileAttribute<?>[] OWNER_ONLY = {
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
    };

    private MadeKey() {}

    /** @throws IOException when the directory cannot be written, or the file is not what was made */
    static SigningKey in(Path file) throws IOException {
        if (!Files.exists(file)) {
            make(file);
        }
        try {
            return SigningKey.read(Files.readString(file));
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " is not a key", e);
        }
    }

    /** Under another name first: nobody reads half a key. Of two that make one at once, the first to be there is it. */
    private static void make(Path file) throws IOException {
        Path directory = Objects.requireNonNull(file.toAbsolutePath().getParent());
        Files.createDirectories(directory);
        Path fresh = Files.createTempFile(directory, "passport-key", ".tmp", attributes(directory));
        try {
            Files.writeString(fresh, SigningKey.make().pem());
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException e) {
            return;
        } finally {
            Files.delete(fresh);
        }
    }

    private static FileAttribute<?>[] attributes(Path directory) {
        boolean posix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix ? OWNER_ONLY : new FileAttribute<?>[0];
    }
}
