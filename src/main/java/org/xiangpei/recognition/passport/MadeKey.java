package org.xiangpei.recognition.passport;

import java.io.IOException;
import java.nio.file.Path;

import org.xiangpei.shared.MadeFile;

/** The key that a demonstration makes for itself and keeps in its data directory. */
final class MadeKey {

    private MadeKey() {}

    /** @throws IOException when the directory cannot be written, or the file is not what was made */
    static SigningKey in(Path file) throws IOException {
        try {
            return SigningKey.read(MadeFile.read(file, () -> SigningKey.make().pem()));
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " is not a key", e);
        }
    }
}
