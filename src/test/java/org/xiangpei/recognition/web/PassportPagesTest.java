package org.xiangpei.recognition.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.XiangpeiTest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/** Passports of the sample catalogue, as anybody reads them without an account. */
@XiangpeiTest
class PassportPagesTest {

    private static final String VALID = "P010";
    private static final String NOT_STATED = "P001";
    private static final String LISTED_BY_A_SOURCE = "P006";

    @Test
    void aRecognisedProductHasASignedPassport() {
        JsonPath json = passport(VALID);
        assertThat(json.getString("recognition.status")).isIn("recognised", "expiring");
        assertThat(json.getInt("batch")).isEqualTo(1);
        assertThat(json.getBoolean("demonstration")).isTrue();
        assertThat(json.getString("withheld")).isNull();
        String claims = claims(json.getString("passport"));
        assertThat(claims)
                .contains("\"sub\":\"P010\"", "\"provenance\":\"illustrative\"", "\"demo\":true", "\"batch\":1")
                .contains("\"until\":\"" + json.getString("recognition.validUntil") + "\"");
        given().get("/passport/" + VALID)
                .then()
                .statusCode(200)
                .body(containsString("互认护照"), containsString("示例"), containsString(json.getString("passport")));
    }

    /** Design rule 8: nothing is claimed of the catalogue that was loaded. */
    @Test
    void ofBatchOneNoSingleVerdictsAreClaimed() {
        JsonPath json = passport(LISTED_BY_A_SOURCE);
        assertThat(json.getList("verdicts")).isEmpty();
        assertThat(claims(json.getString("passport")))
                .doesNotContain("accepted")
                .contains("\"provenance\":\"documented\"");
        given().get("/passport/" + LISTED_BY_A_SOURCE)
                .then()
                .body(containsString("没有长沙、株洲、湘潭各自的意见和日期在案"), not(containsString("同意</span>")));
    }

    @Test
    void whatNoSourceCallsRecognisedHasNoPassport() {
        JsonPath json = passport(NOT_STATED);
        assertThat(json.getString("recognition.status")).isEqualTo("not_stated");
        assertThat(json.getString("withheld")).isEqualTo("not_stated");
        assertThat(json.getString("passport")).isNull();
        assertThat(json.getString("batch")).isNull();
        given().get("/passport/" + NOT_STATED).then().statusCode(200).body(containsString("没有载明它是否获得互认"));
        given().get("/passport/" + NOT_STATED + "/text").then().statusCode(404);
        given().get("/passport/" + NOT_STATED + "/card").then().body(not(containsString("passport-card\"")));
    }

    @Test
    void anExpiredProductIsShownAsSuchAndNotSigned() {
        String expired =
                given().get("/api/v1/products?status=expired&size=1").jsonPath().getString("items[0].code");
        JsonPath json = passport(expired);
        assertThat(json.getString("recognition.status")).isEqualTo("expired");
        assertThat(json.getString("withheld")).isEqualTo("not_in_force");
        assertThat(json.getString("passport")).isNull();
        given().get("/passport/" + expired).then().body(containsString("已过期"), containsString("所以不签发护照"));
    }

    @Test
    void onOneDayTheTextIsAlwaysTheSame() {
        String text = passport(VALID).getString("passport");
        assertThat(passport(VALID).getString("passport")).isEqualTo(text);
        assertThat(given().get("/passport/" + VALID + "/text").asString()).isEqualTo(text + "\n");
    }

    @Test
    void theKeysArePublished() {
        given().get("/passport/keys")
                .then()
                .statusCode(200)
                .contentType("application/jwk-set+json")
                .body("keys[0].kty", equalTo("OKP"), "keys[0].crv", equalTo("Ed25519"))
                .body("keys[0].kid", equalTo(passport(VALID).getString("keyId")))
                .body("keys[0].d", nullValue());
    }

    @Test
    void theServerChecksWhatABrowserCannot() {
        String text = passport(VALID).getString("passport");
        assertThat(checked(text)).contains("签名有效", "今天的状态", "有效至");
        assertThat(checked("http://127.0.0.1/passport/P010#" + text)).contains("签名有效");
        assertThat(checked("hello")).contains("不是互认护照");
        String[] parts = text.split("\\.");
        assertThat(checked(parts[0] + "."
                        + encoded("{\"sub\":\"P011\",\"name\":\"<b>伪造</b>\",\"firm\":\"x\",\"category\":\"x\"}") + "."
                        + parts[2]))
                .contains("内容被改动过")
                .doesNotContain("今天的状态", "伪造");
        assertThat(checked(encoded("{\"alg\":\"EdDSA\",\"kid\":\"AAAAAAAAAAAAAAAA\",\"typ\":\"passport+jwt\"}") + "."
                        + parts[1] + "." + parts[2]))
                .contains("签发密钥不明");
    }

    /** One bit in each character, over HTTP; all bits are tried in PassportTextTest. */
    @Test
    void theServerRefusesAPassportWithOneFlippedBit() {
        String text = passport(VALID).getString("passport");
        List<Integer> taken = new ArrayList<>();
        for (int position = 0; position < text.length(); position += 7) {
            char[] flipped = text.toCharArray();
            flipped[position] ^= (char) 1;
            if (checked(new String(flipped)).contains("签名有效")) {
                taken.add(position);
            }
        }
        assertThat(taken).isEmpty();
    }

    @Test
    void theCodeLeadsToThePageAndCarriesThePassport() throws Exception {
        String page = given().get("/passport/" + VALID).asString();
        String content = read(page);
        assertThat(content)
                .startsWith("http://")
                .contains("/passport/" + VALID + "#")
                .endsWith(passport(VALID).getString("passport"));
    }

    /** A page that checks signatures must not go on with a script of yesterday. */
    @Test
    void theScriptOfTheCheckIsAskedForEachTime() {
        given().get("/passport-check.js").then().statusCode(200).header("Cache-Control", equalTo("no-cache"));
    }

    @Test
    void theAnnouncementOfBatchOneSaysThatItIsASample() {
        given().get("/batches/1")
                .then()
                .statusCode(200)
                .body(containsString("长株潭互认工业产品目录（第 1 批）"), containsString("示例数据"), containsString("长沙市"))
                .body(containsString("没有长沙、株洲、湘潭三市各自的审查意见"), containsString("另有 5 个产品"))
                .body(not(containsString("联席会议决定")));
        given().get("/batches/404").then().statusCode(404);
    }

    @Test
    void anUnknownProductHasNone() {
        given().get("/passport/X404").then().statusCode(404);
        given().get("/api/v1/products/X404/passport").then().statusCode(404).contentType("application/problem+json");
    }

    private static JsonPath passport(String code) {
        return given().get("/api/v1/products/" + code + "/passport")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** What the page says of it. */
    private static String checked(String text) {
        return result(SignedIn.fromHere()
                .formParam("passport", text)
                .post("/passport/check")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    /** What stands in the result alone, without the texts that the page keeps for its script. */
    private static String result(String page) {
        String from = page.substring(page.indexOf("id=\"result\""));
        return from.substring(0, from.indexOf("</section>"));
    }

    private static String claims(String text) {
        return new String(Base64.getUrlDecoder().decode(text.split("\\.")[1]), StandardCharsets.UTF_8);
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    /** Draws the code of a page, four pixels a module, and reads it as a telephone does. */
    private static String read(String page) throws Exception {
        String svg = page.substring(page.indexOf("passport-code"));
        int size = Integer.parseInt(svg.replaceFirst("(?s).*?viewBox=\"0 0 (\\d+) .*", "$1"));
        String path = svg.replaceFirst("(?s).*?<path d=\"([^\"]*)\".*", "$1");
        int scale = 4;
        int[] pixels = new int[size * scale * size * scale];
        Arrays.fill(pixels, 0xFFFFFF);
        for (String bar : path.split("M")) {
            if (!bar.isEmpty()) {
                String[] numbers = bar.split("[ hv]");
                int x = Integer.parseInt(numbers[0]);
                int y = Integer.parseInt(numbers[1]);
                int width = Integer.parseInt(numbers[2]);
                for (int py = y * scale; py < (y + 1) * scale; py++) {
                    Arrays.fill(pixels, py * size * scale + x * scale, py * size * scale + (x + width) * scale, 0);
                }
            }
        }
        var source = new RGBLuminanceSource(size * scale, size * scale, pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)))
                .getText();
    }
}
