package org.xiangpei.journeys;

import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.PdfOptions;
import io.quarkus.test.common.http.TestHTTPResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.xiangpei.fixtures.Browser;
import org.xiangpei.fixtures.Visit;
import org.xiangpei.fixtures.XiangpeiTest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** A visitor of a fair reads a product's passport, prints its card, and checks it at home. */
@XiangpeiTest
class PassportBrowserTest {

    @TestHTTPResource("/")
    URL base;

    @TempDir
    private Path directory;

    @Test
    void everybodyCanUseThePagesOnADeskAndOnATelephone() {
        try (var visit = Browser.visit(base, Browser.DESK)) {
            visit.open("/products/P010");
            visit.link("互认护照").click();
            assertThat(visit.heading().textContent()).isEqualTo("互认护照");
            visit.assertUsable("passport");
            visit.open("/passport/P006");
            visit.assertUsable("passport-documented");
            visit.open("/passport/P001");
            visit.assertUsable("passport-not-stated");
            visit.open("/passport/" + expired());
            visit.assertUsable("passport-expired");
            visit.open("/passport/P010/card");
            visit.assertUsable("passport-card");
            visit.open("/batches/1");
            visit.assertUsable("batch");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void theCardIsOneSheetOfA6() throws Exception {
        try (var visit = Browser.visit(base, Browser.DESK)) {
            visit.open("/passport/P010/card");
            String pdf = new String(print(visit.page(), "passport-card"), StandardCharsets.ISO_8859_1);
            assertThat(Pattern.compile("/Type /Page\\b").matcher(pdf).results().count())
                    .isEqualTo(1);
            assertThat(pdf).containsPattern("/MediaBox \\[0 0 (419|420)[.0-9]* (297|298)[.0-9]*]");
            visit.open("/batches/1");
            assertThat(print(visit.page(), "batch")).hasSizeGreaterThan(10_000);
        }
    }

    @Test
    void goodAlteredAndForeignPassportsAreToldApartInTheBrowser() {
        try (var visit = Browser.visit(base, Browser.DESK)) {
            visit.open("/passport/P010");
            visit.link("校验这份护照").click();
            assertThat(outcome(visit)).isEqualTo("genuine");
            visit.page().waitForSelector("[data-now]:not([hidden])");
            assertThat(visit.page().locator("#result").textContent()).contains("P010", "今天的状态", "有效至", "示例数据");
            visit.assertUsable("passport-check-genuine");

            check(visit, altered(passport()));
            assertThat(outcome(visit)).isEqualTo("altered");
            visit.assertUsable("passport-check-altered");

            check(visit, foreign(passport()));
            assertThat(outcome(visit)).isEqualTo("unknown_key");
            visit.assertUsable("passport-check-foreign");

            check(visit, "P010");
            assertThat(outcome(visit)).isEqualTo("no_passport");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    /** One bit of every character, the next bit in the next. */
    @Test
    void theBrowserRefusesAPassportWithOneFlippedBit() {
        try (var visit = Browser.visit(base, Browser.DESK)) {
            openCheck(visit);
            Object taken = visit.page().evaluate("""
                    async text => {
                      const form = document.querySelector('[data-passport-check]');
                      const result = document.getElementById('result');
                      const outcomes = {};
                      for (let at = 0; at < text.length; at++) {
                        form.elements.passport.value =
                          text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ (1 << (at % 8))) + text.slice(at + 1);
                        delete result.dataset.outcome;
                        form.requestSubmit(form.querySelector('[data-local]'));
                        while (!result.dataset.outcome) await new Promise(resolve => setTimeout(resolve, 0));
                        outcomes[result.dataset.outcome] = (outcomes[result.dataset.outcome] ?? 0) + 1;
                      }
                      return outcomes;
                    }
                    """, passport());
            assertThat(((Map<?, ?>) taken).keySet().stream().map(String::valueOf))
                    .contains("altered", "unknown_key", "no_passport")
                    .doesNotContain("genuine", "expired");
        }
    }

    @Test
    void aPassportInAFileIsChecked() throws Exception {
        try (var visit = Browser.visit(base, Browser.DESK)) {
            openCheck(visit);
            Path file = Files.writeString(directory.resolve("passport.txt"), passport() + "\n");
            visit.page().locator("[data-passport-file]").setInputFiles(file);
            assertThat(outcome(visit)).isEqualTo("genuine");
        }
    }

    /** As a browser saves a page: the document, and its script beside it. */
    @Test
    void theSavedPageChecksWithoutANetwork() throws Exception {
        String page = given().get("/passport/check").asString();
        assertThat(page).contains("src=\"/passport-check.js\"");
        Path saved = Files.writeString(
                directory.resolve("check.html"),
                page.replace("src=\"/passport-check.js\"", "src=\"passport-check.js\""));
        Files.writeString(
                directory.resolve("passport-check.js"),
                given().get("/passport-check.js").asString());
        String text = passport();
        try (var visit = Browser.visit(base, Browser.DESK)) {
            visit.page().context().setOffline(true);
            visit.page().navigate(saved.toUri().toString());
            visit.page().waitForSelector("[data-passport-check][data-ready]");
            check(visit, text);
            assertThat(outcome(visit)).isEqualTo("genuine");
            assertThat(visit.page().locator("#result").innerText()).contains("没有联网，查不到之后是否暂停或撤销");
            check(visit, altered(text));
            assertThat(outcome(visit)).isEqualTo("altered");
        }
    }

    @Test
    void withoutJavaScriptTheServerChecks() {
        try (var visit = Browser.visitWithoutJavaScript(base, Browser.DESK)) {
            visit.open("/passport/check");
            visit.page().locator("#passport").fill(passport());
            visit.button("由服务器校验").click();
            assertThat(visit.page().locator("#result").textContent()).contains("签名有效", "今天的状态");
            visit.page().locator("#passport").fill(altered(passport()));
            visit.button("由服务器校验").click();
            assertThat(visit.page().locator("#result").textContent()).contains("内容被改动过");
        }
    }

    private static void openCheck(Visit visit) {
        visit.open("/passport/check");
        visit.page().waitForSelector("[data-passport-check][data-ready]");
    }

    private static void check(Visit visit, String text) {
        visit.page().evaluate("delete document.getElementById('result').dataset.outcome");
        visit.page().locator("#passport").fill(text);
        visit.page().locator("[data-local]").click();
    }

    private static String outcome(Visit visit) {
        return visit.page().waitForSelector("#result[data-outcome]").getAttribute("data-outcome");
    }

    private static byte[] print(Page page, String name) {
        var options = new PdfOptions().setPreferCSSPageSize(true).setPrintBackground(true);
        String folder = System.getProperty("xiangpei.screenshots");
        return page.pdf(folder == null ? options : options.setPath(Path.of(folder, name + ".pdf")));
    }

    private static String passport() {
        return given().get("/api/v1/products/P010/passport").jsonPath().getString("passport");
    }

    private static String expired() {
        List<String> codes =
                given().get("/api/v1/products?status=expired&size=1").jsonPath().getList("items.code");
        return codes.getFirst();
    }

    private static String altered(String text) {
        String[] parts = text.split("\\.");
        String other =
                new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8).replace("P010", "P011");
        return parts[0] + "." + encoded(other) + "." + parts[2];
    }

    private static String foreign(String text) {
        return encoded("{\"alg\":\"EdDSA\",\"kid\":\"AAAAAAAAAAAAAAAA\",\"typ\":\"passport+jwt\"}")
                + text.substring(text.indexOf('.'));
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
