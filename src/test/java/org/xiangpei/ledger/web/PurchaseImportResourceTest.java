package org.xiangpei.ledger.web;

import java.nio.charset.StandardCharsets;

import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.XiangpeiTest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

/** Purchases of 2009 by a buyer of the tests: the ledger keeps what is recorded, so nothing else may look there. */
@XiangpeiTest
class PurchaseImportResourceTest {

    private static final String HEADER =
            "code,buyer_code,buyer_name,buyer_city,purchased_on,item,category,amount,supplier,production_region\n";

    @Test
    void onlyTheOperatorRecordsPurchases() {
        given().multiPart("file", "ledger.csv", HEADER.getBytes(StandardCharsets.UTF_8), "text/csv")
                .post("/api/v1/purchases/imports?mode=apply")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    @Test
    void anUploadIsPreviewedAppliedOnceAndCountsInTheRate() {
        String csv = HEADER + "X-WEB-1,XWEB,测试单位,长沙,2009-05-05,电梯,elevator,100,某供应商,430211\n";
        upload(csv, "preview").statusCode(200).body("applied", equalTo(false)).body("records", equalTo(1));
        upload(csv, "apply")
                .statusCode(200)
                .body("applied", equalTo(true))
                .body("records", equalTo(1))
                .body("amount", equalTo("100.00"))
                .body("errorCount", equalTo(0));
        SignedIn.as(SignedIn.OPERATOR)
                .get("/api/v1/local-sourcing?from=2009-05-01&to=2009-05&groupBy=category")
                .then()
                .statusCode(200)
                .body("provenance", equalTo("documented"))
                .body("total.awardValueRate.numerator", equalTo("100.00"))
                .body("groups[0].label", equalTo("电梯"));
        upload(csv, "apply")
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors", hasSize(1))
                .body("errors[0].column", equalTo("code"))
                .body("errors[0].row", equalTo(2));
    }

    @Test
    void theErrorListCanBeDownloaded() {
        SignedIn.as(SignedIn.OPERATOR)
                .accept("text/csv")
                .contentType("text/csv")
                .body((HEADER + "X-WEB-2,XWEB,测试单位,长沙,2009-05-05,电梯,elevator,abc,某供应商,430211\n")
                        .getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/purchases/imports?mode=apply&file=ledger.csv")
                .then()
                .statusCode(422)
                .body(containsString("ledger.csv,2,amount,abc,"));
    }

    @Test
    void anUnknownModeIsRefused() {
        upload(HEADER, "now").statusCode(400).body("detail", containsString("preview"));
    }

    private static ValidatableResponse upload(String csv, String mode) {
        return SignedIn.as(SignedIn.OPERATOR)
                .multiPart("file", "ledger.csv", csv.getBytes(StandardCharsets.UTF_8), "text/csv")
                .post("/api/v1/purchases/imports?mode=" + mode)
                .then();
    }
}
