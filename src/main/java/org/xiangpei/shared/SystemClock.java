package org.xiangpei.shared;

import java.time.Clock;
import java.time.ZoneId;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.quarkus.arc.DefaultBean;

/** The one clock: days begin at midnight in China, wherever the server stands. */
public final class SystemClock {

    private SystemClock() {}

    @Produces
    @Singleton
    @DefaultBean
    public static Clock clock() {
        return Clock.system(ZoneId.of("Asia/Shanghai"));
    }
}
