package org.xiangpei.ledger.web;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.identity.AccessTokens;
import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.ledger.Recorders;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/** Purchases that a buyer's program sends, of 2006. */
@XiangpeiTest
class PurchaseResourceTest {

    private static final String API = "/api/v1/purchases";

    @Inject
    AccessTokens tokens;

    @Inject
    EntityManager entities;

    @Test
    void theSameRequestSentAgainIsAnsweredTheSameAndRecordedOnce() {
        String body = body("X-ID-1", "100");
        Response first = send("key-1", body);
        first.then().statusCode(200).body("applied", equalTo(true)).body("records", equalTo(1));
        assertThat(send("key-1", body).then().statusCode(200).extract().asString())
                .isEqualTo(first.asString());
        assertThat(recorded("X-ID-1")).isEqualTo(1);
        send("key-1", body("X-ID-1", "101"))
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", containsString("idempotency-key"));
        assertThat(recorded("X-ID-1")).isEqualTo(1);
    }

    @Test
    void whatWasRefusedDoesNotUseTheKeyUp() {
        send("key-2", body("X-ID-2", "-1")).then().statusCode(422).body("errors[0].column", equalTo("amount"));
        send("key-2", body("X-ID-2", "1")).then().statusCode(200);
    }

    @Test
    void twoThatSendTheSameAtOnceRecordItOnce() throws Exception {
        String body = body("X-ID-3", "100");
        RequestSpecification request =
                with("key-3").contentType("application/json").body(body);
        Callable<String> sending = () -> given().spec(request).post(API).asString();
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<String> answers = threads.invokeAll(List.of(sending, sending, sending, sending)).stream()
                    .map(it -> {
                        try {
                            return it.get();
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .distinct()
                    .toList();
            assertThat(answers).hasSize(1);
        }
        assertThat(recorded("X-ID-3")).isEqualTo(1);
    }

    @Test
    void theSameContentWithoutAKeyIsRefusedAsSentTwice() {
        String body = """
                {"records": [{"purchasedOn": "2006-03-01", "item": "独一无二的泵", "amount": "3", "supplier": "甲", "productionRegion": "未知"}]}""";
        send(null, body).then().statusCode(200);
        send(null, body).then().statusCode(409).body("type", containsString("import-twice"));
    }

    @Test
    void everyWrongFieldOfEveryRecordIsNamed() {
        send(null, """
                {"records": [
                  {"purchasedOn": "2006-03-01", "item": "泵", "amount": "3", "supplier": "甲", "productionRegion": "天元区"},
                  {"purchasedOn": "2999-03-01", "item": "", "amount": "很多", "supplier": "甲", "productionRegion": "火星", "category": "no_such"}]}""")
                .then()
                .statusCode(422)
                .body("errors.row", contains(2, 2, 2, 2, 2))
                .body("errors.column", contains("category", "purchased_on", "item", "amount", "production_region"));
        send(null, "{\"records\": []}").then().statusCode(400);
        send(null, "{}").then().statusCode(400);
    }

    @Test
    void aCorrectionNamesTheOwnNumberOrTheCode() {
        send(null, body("X-ID-5", "100")).then().statusCode(200);
        send(null, body("X-ID-5", "90").replace("\"item\"", "\"supersedes\": \"X-ID-5\", \"item\""))
                .then()
                .statusCode(200)
                .body("corrections", equalTo(1));
        send(null, body("X-ID-5", "80").replace("\"item\"", "\"supersedes\": \"X-NONE\", \"item\""))
                .then()
                .statusCode(422)
                .body("errors[0].column", equalTo("supersedes"));
    }

    @Test
    void aBuyerRecordsForNobodyElse() {
        send(
                        null,
                        body("X-ID-6", "100")
                                .replace(
                                        "\"item\"",
                                        "\"buyer\": {\"code\": \"B001\", \"name\": \"别人\", \"city\": \"长沙\"}, \"item\""))
                .then()
                .statusCode(422)
                .body("errors[0].column", equalTo("buyer_code"));
        given().contentType("application/json")
                .body(body("X-ID-6", "1"))
                .post(API)
                .then()
                .statusCode(401);
        SignedIn.as(SignedIn.CHANGSHA)
                .contentType("application/json")
                .body(body("X-ID-6", "1"))
                .post(API)
                .then()
                .statusCode(403);
        assertThat(recorded("X-ID-6")).isZero();
    }

    @Test
    void aFileIsAnsweredByItsKeyToo() {
        String csv = "code,purchased_on,item,amount,supplier,production_region\nX-ID-7,2006-05-05,泵,7,甲,未知\n";
        for (int i = 0; i < 2; i++) {
            with("key-7")
                    .contentType("text/csv; charset=utf-8")
                    .body(csv)
                    .post(API + "/imports?mode=apply&file=x.csv")
                    .then()
                    .statusCode(200)
                    .body("records", equalTo(1));
        }
        assertThat(recorded("X-ID-7")).isEqualTo(1);
    }

    @Test
    void theReasonsOfAChangeAreAnsweredInJson() {
        given().get("/api/v1/local-sourcing/changes?from=2024-01&to=2024-12&asOfBefore=2024-06-30&asOfAfter=2025-06-30")
                .then()
                .statusCode(200)
                .body("asOfBefore", equalTo("2024-06-30"))
                .body("awardValueRate.parts[0].cause", equalTo("new_purchases"))
                .body("awardValueRate.parts[0].label", equalTo("新登记的采购"))
                .body("provenance", equalTo("illustrative"));
    }

    private static String body(String number, String amount) {
        return """
                {"records": [{"number": "%s", "purchasedOn": "2006-03-01", "item": "程序登记的泵", "amount": "%s",
                  "supplier": "甲公司", "productionRegion": "430211", "quantity": 1, "unit": "台"}]}""".formatted(number, amount);
    }

    private Response send(@Nullable String key, String body) {
        return with(key).contentType("application/json").body(body).post(API);
    }

    private RequestSpecification with(@Nullable String key) {
        RequestSpecification request = given().header("Authorization", "Bearer " + token());
        return key == null ? request : request.header("Idempotency-Key", key);
    }

    private String token() {
        Actor buyer = Recorders.buyer();
        Actor person = Actor.member(
                SignedIn.BUYER,
                buyer.name(),
                String.valueOf(buyer.organization()),
                buyer.organizationName(),
                buyer.city(),
                buyer.roles());
        return tokens.create(person, "程序", Set.of(Action.IMPORT_PURCHASES), Duration.ofDays(1));
    }

    private long recorded(String number) {
        return QuarkusTransaction.requiringNew().call(() -> (Long) entities.createNativeQuery(
                        "select count(*) from purchase_record where number = ?1 and supersedes is null", Long.class)
                .setParameter(1, number)
                .getSingleResult());
    }
}
