package org.xiangpei.bench.engines;

import java.io.IOException;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.jspecify.annotations.Nullable;

/** Connections that are open and not in use. */
final class Connections implements AutoCloseable {

    interface Request {
        byte[] on(KeptConnection connection) throws IOException;
    }

    private final int port;
    private final ConcurrentLinkedQueue<KeptConnection> idle = new ConcurrentLinkedQueue<>();

    Connections(int port) {
        this.port = port;
    }

    byte[] send(Request request) throws IOException {
        @Nullable KeptConnection kept = idle.poll();
        KeptConnection connection = kept == null ? new KeptConnection(port) : kept;
        byte[] answer = request.on(connection);
        idle.add(connection);
        return answer;
    }

    @Override
    public void close() {
        idle.forEach(connection -> {
            try {
                connection.close();
            } catch (IOException e) {
                // The other end is gone already.
            }
        });
    }
}
