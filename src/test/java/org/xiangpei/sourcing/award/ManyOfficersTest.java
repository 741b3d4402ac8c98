package org.xiangpei.sourcing.award;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.arc.Arc;
import io.restassured.RestAssured;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.AtOnce;
import org.xiangpei.fixtures.Offices;
import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Organization;
import org.xiangpei.identity.Provisioning;
import org.xiangpei.identity.Role;
import org.xiangpei.shared.City;
import org.xiangpei.sourcing.Asking;

import static org.assertj.core.api.Assertions.assertThat;

/** A hundred officers of one buyer send their award for the same inquiry at the same moment, over HTTP. */
@XiangpeiTest
class ManyOfficersTest {

    private static final int OFFICERS = 100;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Inject
    EntityManager entities;

    @BeforeEach
    @AfterEach
    void clean() {
        Opened.clean();
    }

    @Test
    void ofAHundredOneDecidesAndAllOthersAreToldSo() throws Exception {
        Organization organization = Offices.firm();
        Actor buyer = Actor.member(
                "x-first-of-many",
                "第一位",
                organization.code(),
                organization.name(),
                Optional.of(City.CHANGSHA),
                Set.of(Role.BUYER));
        List<String> sessions = sessions(organization);
        Opened opened = Opened.plain(buyer, Asking.terms());
        List<Callable<String>> deeds = IntStream.range(0, OFFICERS)
                .<Callable<String>>mapToObj(it -> () -> award(sessions.get(it), opened, it % 2 == 0 ? "F001" : "F072"))
                .toList();
        long began = System.nanoTime();
        List<String> answers =
                AtOnce.all("select code from inquiry where code = '" + opened.code() + "' for update", deeds);
        System.out.printf("Award by %d at once: %d ms%n", OFFICERS, (System.nanoTime() - began) / 1_000_000);
        assertThat(answers).filteredOn("303"::equals).hasSize(1);
        assertThat(answers).filteredOn("409"::equals).hasSize(OFFICERS - 1);
        assertThat(count("award where inquiry_code = '" + opened.code() + "'")).isEqualTo(1);
        assertThat(count("purchase_record where buyer_code = '" + organization.code() + "'"))
                .isEqualTo(1);
        assertThat(count("award_proposal where inquiry_code = '" + opened.code() + "'"))
                .isEqualTo(1);
    }

    private long count(String from) {
        return ((Number) entities.createNativeQuery("select count(*) from " + from)
                        .getSingleResult())
                .longValue();
    }

    /** One hash for all: a hundred of them are made to be slow. */
    private static List<String> sessions(Organization organization) {
        Provisioning provisioning = Arc.container().instance(Provisioning.class).get();
        String hash = provisioning.hash(Offices.PASSWORD);
        String run = UUID.randomUUID().toString().substring(0, 8);
        return IntStream.range(0, OFFICERS)
                .mapToObj(it -> {
                    String login = "x-many-" + run + "-" + it;
                    provisioning.join(
                            organization, new Provisioning.Person(login, "采购员" + it, null), Set.of(Role.BUYER), hash);
                    return SignedIn.fromHere()
                            .formParam("login", login)
                            .formParam("password", Offices.PASSWORD)
                            .post("/sign-in")
                            .then()
                            .statusCode(303)
                            .extract()
                            .cookie("xiangpei-session");
                })
                .toList();
    }

    private String award(String session, Opened opened, String who) throws Exception {
        String body = "key=" + UUID.randomUUID() + "&qty.1." + opened.of(who) + "=2&reason.1="
                + URLEncoder.encode("综合考虑", StandardCharsets.UTF_8);
        HttpRequest post = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/inquiries/" + opened.code() + "/award"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .header("Cookie", "xiangpei-session=" + session)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return String.valueOf(
                HTTP.send(post, HttpResponse.BodyHandlers.discarding()).statusCode());
    }
}
