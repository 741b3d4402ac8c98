package org.xiangpei.identity;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

/** The accounts that can be tried in a demonstration: none unless {@code xiangpei.demo} is on. */
@ApplicationScoped
public class DemoLogins {

    private volatile List<DemoLogin> shown = List.of();

    public List<DemoLogin> shown() {
        return shown;
    }

    public void show(List<DemoLogin> logins) {
        shown = List.copyOf(logins);
    }
}
