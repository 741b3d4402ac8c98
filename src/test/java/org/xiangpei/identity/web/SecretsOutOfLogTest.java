package org.xiangpei.identity.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.Patience;
import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.identity.Secrets;

import static org.assertj.core.api.Assertions.assertThat;

/** Reads the log of the running service for what must not stand there. */
@XiangpeiTest
class SecretsOutOfLogTest {

    private static final Logger LOG = Logger.getLogger(SecretsOutOfLogTest.class);

    @Inject
    EntityManager entities;

    @ConfigProperty(name = "quarkus.log.file.path")
    Path log;

    @Test
    void aRequestThatFailsIsLoggedWithoutItsLink() throws InterruptedException {
        String token = Secrets.random();
        String cut = token.substring(0, 40);
        rename("one_time_link", "one_time_link_away");
        try {
            assertLogged(SignedIn.fromHere().get("/join/" + token), "Request /join/*** failed");
            assertLogged(SignedIn.fromHere().get("/reset/" + cut), "Request /reset/*** failed");
            assertLogged(
                    SignedIn.fromHere().formParam("chosen", "x").post("/reset/" + token), "Request /reset/*** failed");
        } finally {
            rename("one_time_link_away", "one_time_link");
        }
        assertThat(read()).doesNotContain(cut);
    }

    @Test
    void whateverIsLoggedKeepsOurSecretsBack() throws InterruptedException {
        String secret = Secrets.random();
        LOG.infof("first %s", secret);
        LOG.info("second xp_" + secret + " and /sign-in?next=%2Fjoin%2F" + secret.substring(0, 20));
        LOG.error(
                "third",
                new IllegalStateException(
                        "outer", new IllegalArgumentException("/registration?receipt=R1-AB12&uscc=9")));
        String logged = logged("third");
        assertThat(logged)
                .contains(
                        "first ***",
                        "second *** and /sign-in?next=%2Fjoin%2F***",
                        "Caused by: java.lang.IllegalArgumentException: /registration?receipt=***&uscc=9",
                        "SecretsOutOfLogTest.whateverIsLoggedKeepsOurSecretsBack")
                .doesNotContain(secret.substring(0, 20), "R1-AB12");
    }

    @Test
    void whatIsNoSecretStaysReadable() throws InterruptedException {
        LOG.infof(new IllegalStateException("plain"), "fourth %s %d", "/registrations/R20261128-AB12CD34", 7);
        assertThat(logged("fourth"))
                .contains("fourth /registrations/R20261128-AB12CD34 7", "java.lang.IllegalStateException: plain");
    }

    private void assertLogged(Response answer, String expected) throws InterruptedException {
        assertThat(answer.statusCode()).isEqualTo(500);
        String page = answer.asString();
        String id = page.replaceAll("(?s).*编号告诉管理员：([0-9a-f-]{36}).*", "$1");
        assertThat(logged(id)).contains(expected + ", id " + id);
    }

    /** The log, once that stands in it. */
    private String logged(String what) throws InterruptedException {
        Patience.await(Duration.ofSeconds(10), () -> read().contains(what));
        return read();
    }

    private String read() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void rename(String from, String to) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("alter table " + from + " rename to " + to)
                        .executeUpdate());
    }
}
