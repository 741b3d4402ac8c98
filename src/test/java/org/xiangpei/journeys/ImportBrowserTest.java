package org.xiangpei.journeys;

import java.net.URL;
import java.nio.charset.StandardCharsets;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.http.TestHTTPResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.xiangpei.catalog.load.CatalogFiles;
import org.xiangpei.fixtures.Browser;
import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.Visit;
import org.xiangpei.fixtures.XiangpeiTest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** An officer of a bureau imports a file, looks at what it does, confirms and takes it back; with scripts and without. */
@XiangpeiTest
class ImportBrowserTest {

    private static final String FIRM = "XF1,试验企业,试验,,430100,,,430100,2001,小型,,illustrative,";

    @TestHTTPResource("/")
    URL base;

    @Inject
    EntityManager entities;

    @BeforeEach
    @AfterEach
    @Transactional
    void clean() {
        entities.createNativeQuery("delete from catalog_import").executeUpdate();
        entities.createNativeQuery("delete from firm where code like 'X%'").executeUpdate();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void uploadsConfirmsAndUndoes(boolean javaScript) {
        try (Visit visit =
                javaScript ? Browser.visit(base, Browser.DESK) : Browser.visitWithoutJavaScript(base, Browser.DESK)) {
            Page page = signedIn(visit);
            upload(visit, FIRM, FIRM.replace("XF1", "XF2"));
            assertThat(page.locator(".import-rows tbody tr")).hasCount(2);
            assertThat(visit.heading()).hasText("长沙补充.zip");
            visit.button("确认导入").click();
            assertThat(page.locator(".title .badge")).hasText("已导入");
            page.navigate(visit.address("/catalog/imports"));
            page.locator(".imports tbody form button").click();
            assertThat(page.locator(".title .badge")).hasText("已撤销");
            assertThat(page.locator("button:has-text('撤销这次导入')")).hasCount(0);
        }
    }

    @Test
    void everybodyCanUseItOnADeskAndOnATelephone() {
        try (Visit visit = Browser.visit(base, Browser.DESK)) {
            Page page = signedIn(visit);
            page.navigate(visit.address("/catalog/imports"));
            visit.assertUsable("imports-empty");
            upload(
                    visit,
                    FIRM,
                    FIRM.replace("XF1", "XF2").replace("2001", "1492"),
                    FIRM.replace("XF1", "XF3").replace("430100", "430200"));
            visit.assertUsable("import-errors");
            upload(visit, FIRM, CatalogFiles.amended("firms", "F005,", "示例", "示例改"));
            visit.assertUsable("import-preview");
            visit.button("确认导入").click();
            visit.assertUsable("import-applied");
            page.navigate(visit.address("/catalog/imports"));
            visit.assertUsable("imports");
            page.locator("#file")
                    .setInputFiles(new FilePayload("网页.xlsx", "text/html", "<html>".getBytes(StandardCharsets.UTF_8)));
            visit.button("上传并预览").click();
            assertThat(page.locator(".notice.error")).containsText("这是网页");
            visit.assertUsable("imports-wrong");
            page.navigate(visit.address("/catalog/imports"));
            page.locator(".imports tbody form button").first().click();
            assertThat(page.locator(".title .badge")).hasText("已撤销");
        }
    }

    private static Page signedIn(Visit visit) {
        Page page = visit.open("/sign-in?next=/catalog/imports");
        visit.enter(SignedIn.CHANGSHA, SignedIn.PASSWORD);
        return page;
    }

    private static void upload(Visit visit, String... firms) {
        Page page = visit.page();
        page.navigate(visit.address("/catalog/imports"));
        page.locator("#file")
                .setInputFiles(new FilePayload(
                        "长沙补充.zip",
                        "application/zip",
                        CatalogFiles.upload().with("firms", firms).zip()));
        visit.button("上传并预览").click();
        page.waitForURL("**/catalog/imports/IM*");
    }
}
