package org.xiangpei.shared.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/** A body that did not announce its size and is counted while it is read. */
final class CountedBody extends InputStream {

    private final InputStream body;
    private final Supplier<RuntimeException> tooLarge;
    private long left;

    /** @param tooLarge thrown by the read that goes beyond the limit */
    CountedBody(InputStream body, long limit, Supplier<RuntimeException> tooLarge) {
        this.body = body;
        this.left = limit;
        this.tooLarge = tooLarge;
    }

    @Override
    public int read() throws IOException {
        int octet = body.read();
        count(octet < 0 ? 0 : 1);
        return octet;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = body.read(into, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int read) {
        left -= read;
        if (left < 0) {
            throw tooLarge.get();
        }
    }

    @Override
    public int available() throws IOException {
        return body.available();
    }

    /** The framework reads what it closes to the end, which of a body that is too large may never come. */
    @Override
    public void close() throws IOException {
        if (left >= 0) {
            body.close();
        }
    }
}
