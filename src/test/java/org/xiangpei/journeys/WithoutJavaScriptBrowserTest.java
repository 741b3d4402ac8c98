package org.xiangpei.journeys;

import java.net.URL;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.Browser;
import org.xiangpei.fixtures.Visit;
import org.xiangpei.fixtures.XiangpeiTest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** The main job works where scripts are switched off: links and forms carry it, scripts only make it quick. */
@XiangpeiTest
class WithoutJavaScriptBrowserTest {

    @TestHTTPResource("/")
    URL base;

    private Visit visit;

    @BeforeEach
    void open() {
        visit = Browser.visitWithoutJavaScript(base, Browser.DESK);
    }

    @AfterEach
    void close() {
        visit.close();
    }

    @Test
    void searchesFiltersAndOrders() {
        Page page = visit.open("/");
        page.locator("#q").fill("电缆");
        page.locator("#q").press("Enter");
        page.locator("#city-430300").check();
        visit.button("应用筛选").click();
        assertThat(page.locator(".chips")).containsText("生产地：湘潭");
        visit.link("交货期").click();
        assertThat(page.locator(".sorts [aria-current]").first()).hasText("交货期");
        page.locator(".sizes").getByText("50").click();
        assertThat(page.locator(".sizes [aria-current]")).hasText("50");
        page.locator("#provenance-illustrative").check();
        visit.button("应用筛选").click();
        assertThat(page.locator(".sorts [aria-current]").first()).hasText("交货期");
        assertThat(page.locator(".sizes [aria-current]")).hasText("50");
        assertThat(page.locator(".chips")).containsText("生产地：湘潭");
    }

    @Test
    void comparesWhatIsTicked() {
        Page page = visit.open("/products?category=hydraulic_cylinder");
        page.locator(".hit input[type=checkbox]").nth(0).check();
        page.locator(".hit input[type=checkbox]").nth(1).check();
        visit.button("比较所选").click();
        assertThat(page.locator(".compare thead th")).hasCount(3);
        visit.button("只看不同").click();
        assertThat(page.locator(".compare tbody tr:not(.section):not(.differs)"))
                .hasCount(0);
    }

    @Test
    void loadsTheClausesOfACategoryAndMatches() {
        Page page = visit.open("/match");
        page.locator("#name").fill("乘客电梯");
        page.locator("#category").selectOption("elevator");
        visit.button("载入品类参数").click();
        page.getByLabel("额定载重量：数值").fill("1000");
        visit.button("匹配").click();
        assertThat(page.locator("#qualified .candidate").first()).containsText("≥ 1000 kg");
    }

    @Test
    void readsTheRateFromTilesAndTable() {
        Page page = visit.open("/rate");
        page.locator("#groupBy").selectOption("year");
        visit.button("查看").click();
        assertThat(page.locator("#rate-table tbody").getByText("2021年")).isVisible();
        assertThat(page.locator(".chart")).isHidden();
    }
}
