package org.xiangpei.launch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

import org.eclipse.microprofile.config.Config;

import org.xiangpei.shared.CannotStart;

/** The address that the service will listen on, tried before anything is started. */
record ListeningPort(String host, int port) {

    static ListeningPort of(Config config) {
        return new ListeningPort(
                config.getValue("quarkus.http.host", String.class),
                config.getValue("quarkus.http.port", Integer.class));
    }

    void requireFree() {
        if (port == 0) {
            return;
        }
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, port));
        } catch (IOException e) {
            throw new CannotStart(
                    "%s:%d 已被占用或不可用 (%s)。请停掉占用它的程序，或用环境变量 QUARKUS_HTTP_PORT 换一个端口 / address taken: choose another with QUARKUS_HTTP_PORT"
                            .formatted(host, port, e.getMessage()),
                    e);
        }
    }
}
