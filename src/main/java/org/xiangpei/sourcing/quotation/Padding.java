package org.xiangpei.sourcing.quotation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** Makes what is sealed equally long whatever it holds: how much somebody wrote must not be seen from outside. */
final class Padding {

    private static final int LENGTH = Integer.BYTES;

    private Padding() {}

    /** @return empty when it does not go into so many bytes */
    static Optional<byte[]> to(int size, byte[] content) {
        byte[] packed = deflated(content);
        return packed.length + LENGTH > size
                ? Optional.empty()
                : Optional.of(ByteBuffer.allocate(size)
                        .putInt(packed.length)
                        .put(packed)
                        .array());
    }

    static byte[] removed(byte[] padded) {
        int length = ByteBuffer.wrap(padded).getInt();
        return inflated(Arrays.copyOfRange(padded, LENGTH, LENGTH + length));
    }

    private static byte[] deflated(byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(bytes)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing into memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    private static byte[] inflated(byte[] packed) {
        try (var in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("Not what was padded", e);
        }
    }
}
