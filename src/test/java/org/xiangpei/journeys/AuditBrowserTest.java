package org.xiangpei.journeys;

import java.net.URL;

import io.quarkus.test.common.http.TestHTTPResource;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.Browser;
import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.Visit;
import org.xiangpei.fixtures.XiangpeiTest;

import static org.assertj.core.api.Assertions.assertThat;

/** An operator looks for who changed what, and checks the trail. */
@XiangpeiTest
class AuditBrowserTest {

    @TestHTTPResource("/")
    URL base;

    @Test
    void everybodyCanUseItOnADeskAndOnATelephone() {
        try (var visit = Browser.visit(base, Browser.DESK)) {
            signIn(visit);
            visit.open("/audit");
            visit.assertUsable("audit");
            visit.open("/audit?person=没有这个人");
            visit.assertUsable("audit-empty");
            visit.open("/audit");
            visit.button("校验").click();
            assertThat(visit.heading().textContent()).isEqualTo("审计记录完整");
            visit.assertUsable("audit-verified");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void filteringChangesTheAddressAndTheList() {
        try (var visit = Browser.visit(base, Browser.DESK)) {
            signIn(visit);
            visit.open("/audit");
            visit.page().getByLabel("动作").selectOption("load_files");
            visit.button("查看").click();
            visit.page().waitForURL(url -> url.contains("action=load_files"));
            assertThat(visit.page().locator(".audit-table tbody").textContent()).contains("示例采购台账", "purchases.csv");
        }
    }

    @Test
    void everythingWorksWithoutJavaScript() {
        try (var visit = Browser.visitWithoutJavaScript(base, Browser.DESK)) {
            signIn(visit);
            visit.open("/audit?size=1");
            visit.link("下一页").click();
            assertThat(visit.page().url()).contains("page=2").contains("size=1");
            visit.page().getByLabel("对象编码").fill("catalog");
            visit.button("查看").click();
            assertThat(visit.page().locator(".audit-table tbody tr").count()).isEqualTo(1);
            visit.button("校验").click();
            assertThat(visit.heading().textContent()).isEqualTo("审计记录完整");
        }
    }

    private static void signIn(Visit visit) {
        visit.as(SignedIn.OPERATOR);
    }
}
