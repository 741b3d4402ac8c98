package org.xiangpei.launch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;

import io.quarkus.logging.Log;
import io.quarkus.vertx.http.HttpServerStart;

/** Says where the service is, once it answers. */
@ApplicationScoped
class Greeting {

    void ready(@ObservesAsync HttpServerStart started) {
        var server = started.options();
        Log.infof("湘配已就绪 / Xiangpei is ready: http://%s:%d/", server.getHost(), server.getPort());
    }
}
