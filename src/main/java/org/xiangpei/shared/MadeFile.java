package org.xiangpei.shared;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.function.Supplier;

/** A file with a secret that the service makes for itself when it is not there yet, readable by its owner alone. */
public final class MadeFile {

    private static final FileAttribute<?>[] OWNER_ONLY = {
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
    };

    private MadeFile() {}

    /**
     * What is in the file.
     *
     * @param content what to put there when it does not exist
     * @throws IOException when the directory cannot be written, or the file cannot be read
     */
    public static String read(Path file, Supplier<String> content) throws IOException {
        if (!Files.exists(file)) {
            make(file, content.get());
        }
        return Files.readString(file);
    }

    /** Under another name first: nobody reads half a secret. Of two that make one at once, the first to be there is it. */
    private static void make(Path file, String content) throws IOException {
        Path directory = Objects.requireNonNull(file.toAbsolutePath().getParent());
        Files.createDirectories(directory);
        Path fresh = Files.createTempFile(directory, "made", ".tmp", attributes(directory));
        try {
            Files.writeString(fresh, content);
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
