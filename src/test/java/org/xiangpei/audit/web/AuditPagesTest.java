package org.xiangpei.audit.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.xiangpei.fixtures.Sweep;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.shared.AuditTrail;
import org.xiangpei.shared.AuditTrail.Change;
import org.xiangpei.shared.AuditTrail.Subject;
import org.xiangpei.shared.City;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.xiangpei.fixtures.SignedIn.BUYER;
import static org.xiangpei.fixtures.SignedIn.CHANGSHA;
import static org.xiangpei.fixtures.SignedIn.FIRM;
import static org.xiangpei.fixtures.SignedIn.OPERATOR;
import static org.xiangpei.fixtures.SignedIn.SERVICE;
import static org.xiangpei.fixtures.SignedIn.ZHUZHOU;
import static org.xiangpei.fixtures.SignedIn.as;
import static org.xiangpei.fixtures.SignedIn.fromHere;

/** Operators read the whole trail, bureaus what is about their own city, others nothing. */
@XiangpeiTest
class AuditPagesTest {

    private static final String API = "/api/v1/audit";

    @Inject
    AuditTrail trail;

    @Test
    void aBureauReadsWhatIsAboutItsOwnCityOnly() {
        record("X-A1", City.ZHUZHOU);
        record("X-A2", City.CHANGSHA);
        as(ZHUZHOU)
                .get(API + "?size=200")
                .then()
                .statusCode(200)
                .body("items.subject.city", everyItem(equalTo("430200")))
                .body("items.subject.code", hasItem("X-A1"));
        as(ZHUZHOU).get(API + "?city=430100").then().body("total", equalTo(0));
        as(ZHUZHOU)
                .get("/audit?subjectType=test")
                .then()
                .statusCode(200)
                .body(containsString("X-A1"), not(containsString("X-A2")), not(containsString("name=\"city\"")));
        as(ZHUZHOU)
                .get("/audit/export")
                .then()
                .statusCode(200)
                .body(containsString("X-A1"), not(containsString("X-A2")));
        as(CHANGSHA).get(API + "?subjectCode=X-A1").then().body("items", empty());
    }

    @Test
    void anOperatorReadsEverythingAndFilters() {
        record("X-B1", City.ZHUZHOU);
        record("X-B2", City.XIANGTAN);
        filtered("subjectCode=X-B1").body("items.subject.code", everyItem(equalTo("X-B1")));
        filtered("subjectType=test&city=430300").body("items.subject.city", everyItem(equalTo("430300")));
        filtered("action=test&person=系统").body("items.actor.name", everyItem(equalTo("系统")));
        filtered("action=load_files").body("items.subject.type", everyItem(equalTo("loaded_data")));
        filtered("from=2000-01-01&to=2999-12-31").body("items.seq", not(empty()));
        as(OPERATOR).get(API + "?to=2000-01-01").then().body("total", equalTo(0));
        as(OPERATOR).get(API + "?person=没有这个人").then().body("total", equalTo(0));
        as(OPERATOR)
                .get(API + "?size=1&page=2")
                .then()
                .body("items", hasSize(1))
                .body("page", equalTo(2));
        as(OPERATOR)
                .get("/audit?subjectCode=X-B1")
                .then()
                .statusCode(200)
                .body(containsString("<del>旧名</del>"), containsString("<ins>新名</ins>"), containsString("改名"));
    }

    private static ValidatableResponse filtered(String query) {
        return as(OPERATOR).get(API + "?" + query).then().statusCode(200).body("total", greaterThan(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {BUYER, FIRM, SERVICE})
    void nobodyElseReadsIt(String login) {
        as(login).get("/audit").then().statusCode(403);
        as(login).get("/audit/export").then().statusCode(403);
        as(login).get(API).then().statusCode(403);
        as(login).post(API + "/verification").then().statusCode(403);
        fromHere().get(API).then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=gestern", "city=430999", "page=0", "size=1000", "page=x"})
    void aQuestionThatMakesNoSenseIsToldSo(String query) {
        as(OPERATOR).get(API + "?" + query).then().statusCode(400).contentType("application/problem+json");
        as(OPERATOR).get("/audit?" + query).then().statusCode(400);
    }

    @Test
    void whatIsExportedIsNoFormula() {
        record("=HYPERLINK(\"http://x\")", City.ZHUZHOU);
        as(OPERATOR)
                .get("/audit/export?subjectType=test")
                .then()
                .header("Content-Type", "text/csv;charset=UTF-8")
                .header("Content-Disposition", containsString("audit.csv"))
                .body(startsWith("\uFEFF序号,时间"), containsString("\"'=HYPERLINK(\"\"http://x\"\")\""));
    }

    @Test
    void whatPeopleWroteIsTextOnThePage() {
        record("<script>alert(1)</script>", City.ZHUZHOU);
        as(OPERATOR).get("/audit?subjectType=test").then().body(not(containsString("<script>alert(1)")));
    }

    @Test
    void theWholeTrailIsCheckedByTheButtonAndByPrograms() {
        record("X-C1", City.ZHUZHOU);
        as(ZHUZHOU)
                .post("/audit/verification")
                .then()
                .statusCode(200)
                .body(containsString("审计记录完整"), containsString("校验凭据"));
        String noted = as(OPERATOR)
                .post(API + "/verification")
                .then()
                .statusCode(200)
                .body("whole", equalTo(true))
                .body("last", matchesPattern("[0-9]+:[0-9a-f]{64}"))
                .extract()
                .path("last");
        record("X-C2", City.ZHUZHOU);
        as(OPERATOR).post(API + "/verification?noted=" + noted).then().body("whole", equalTo(true));
        as(OPERATOR)
                .post(API + "/verification?noted=" + noted.replaceFirst(":.*", ":" + "f".repeat(64)))
                .then()
                .body("whole", equalTo(false))
                .body("broken.flaw", equalTo("rewritten"));
        as(OPERATOR).post(API + "/verification?noted=x").then().statusCode(400);
        as(OPERATOR).get("/audit/verification").then().statusCode(303);
    }

    /** What was committed here is taken back by hand, as nothing else can. */
    @Test
    void anImportOfPurchasesSaysWhoMadeItAndWhatItBrought() {
        String csv =
                "code,buyer_code,buyer_name,buyer_city,purchased_on,item,category,amount,supplier,production_region\n"
                        + "X-AUDIT,XB,测试单位,430100,2024-03-05,电梯,elevator,100,某供应商,430211";
        as(OPERATOR)
                .multiPart("file", "ledger.csv", csv.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/purchases/imports?mode=apply")
                .then()
                .statusCode(200);
        as(OPERATOR)
                .get(API + "?action=import_purchases&person=" + OPERATOR)
                .then()
                .body("items[0].actor.login", equalTo(OPERATOR))
                .body("items[0].actor.address", equalTo("127.0.0.1"))
                .body("items[0].after.records", equalTo(1))
                .body("items[0].after.amount", equalTo("100.00"))
                .body("items[0].after.firstCode", equalTo("X-AUDIT"));
    }

    @AfterEach
    void takeBackWhatWasCommitted() {
        Sweep.run(List.of("delete from purchase_record where code = 'X-AUDIT'"));
    }

    private void record(String code, City city) {
        var subject = new Subject("test", code, code, Optional.of(city), Optional.empty());
        QuarkusTransaction.requiringNew()
                .run(() -> trail.record(Change.of("test", subject, Map.of("name", "旧名"), Map.of("name", "新名"))
                        .because("改名")));
    }
}
