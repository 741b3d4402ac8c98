package org.xiangpei.journeys;

import java.net.URL;
import java.util.ArrayList;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.NavigateOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.WaitUntilState;
import io.quarkus.test.common.http.TestHTTPResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.Browser;
import org.xiangpei.fixtures.Visit;
import org.xiangpei.fixtures.XiangpeiTest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** What an officer of a purchasing department does, in a real browser. */
@XiangpeiTest
class BuyerBrowserTest {

    private static final double BELOW_THE_LEGEND = 40;

    @TestHTTPResource("/")
    URL base;

    private Visit visit;

    @BeforeEach
    void open() {
        visit = Browser.visit(base, Browser.DESK);
    }

    @AfterEach
    void close() {
        org.assertj.core.api.Assertions.assertThat(visit.complaints()).isEmpty();
        visit.close();
    }

    @Test
    void findsTheElevatorForAShallowPitFromTheLandingPage() {
        search("浅基坑电梯");
        assertThat(hit(0)).containsText("浅基坑电梯");
        hit(0).getByRole(AriaRole.LINK).first().click();
        assertThat(visit.heading()).hasText("浅基坑电梯");
        assertThat(visit.page().locator("main")).containsText("400 mm");
    }

    @Test
    void findsWhatHasOneOfTwoWordsToo() {
        search("空气净化 新风");
        assertThat(visit.heading()).not().containsText("没有找到");
        assertThat(visit.page().locator(".hits")).containsText("远大洁净");
    }

    @Test
    void narrowsCablesToOneCityAndTheAddressKeepsIt() {
        search("电缆");
        String all = visit.heading().textContent();
        visit.page().getByLabel(Pattern.compile("^湘潭")).first().check();
        assertThat(visit.heading()).not().hasText(all);
        visit.page().waitForURL(url -> url.contains("city=430300"));
        for (Locator hit : visit.page().locator(".hit .by").all()) {
            assertThat(hit).containsText("湘潭");
        }
        visit.page().reload();
        assertThat(visit.page().locator(".chips")).containsText("生产地：湘潭");
    }

    @Test
    void whatIsChosenBeforeTheScriptsAreThereCountsToo() {
        var held = new ArrayList<Route>();
        visit.page().route("**/*.js", held::add);
        visit.page()
                .navigate(visit.address("/products?q=电缆"), new NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        visit.page().getByLabel(Pattern.compile("^湘潭")).first().check();
        visit.page().unroute("**/*.js");
        held.forEach(Route::resume);
        visit.page().waitForURL(url -> url.contains("city=430300"));
    }

    @Test
    void choosesTwoProductsAndSeesWhatDiffers() {
        visit.open("/products?category=hydraulic_cylinder");
        assertThat(visit.page().locator(".batch")).isHidden();
        visit.page().locator(".hit input[type=checkbox]").nth(0).check();
        assertThat(visit.button("比较所选")).isDisabled();
        visit.page().locator(".hit input[type=checkbox]").nth(1).check();
        visit.button("比较所选").click();
        assertThat(visit.page().locator(".compare thead th")).hasCount(3);
        int all = visit.page().locator(".compare tbody tr:not(.section)").count();
        visit.button("只看不同").click();
        assertThat(visit.page().locator(".compare tbody tr:not(.section):not(.differs)"))
                .hasCount(0);
        org.assertj.core.api.Assertions.assertThat(
                        visit.page().locator(".compare tbody tr.differs").count())
                .isPositive()
                .isLessThan(all);
    }

    @Test
    void asksForElevatorsClauseByClause() {
        visit.open("/match");
        visit.page().getByLabel("名称", exact()).fill("乘客电梯");
        visit.page().getByLabel("数量", exact()).fill("2");
        visit.page().getByLabel("单位", exact()).fill("台");
        visit.page().getByLabel("品类", exact()).selectOption("elevator");
        visit.page().getByLabel("额定载重量：数值").fill("1000");
        visit.button("匹配").click();
        assertThat(visit.page().locator("#answer-title")).hasText("乘客电梯 2 台");
        assertThat(visit.page().locator("#qualified .candidate").first()).containsText("≥ 1000 kg");
        assertThat(visit.page().locator("#qualified .judgements .fail")).hasCount(0);
        assertThat(visit.page()
                        .locator("#possible .candidate", hasText("浅基坑电梯"))
                        .locator(".badge.unknown")
                        .first())
                .isVisible();
        org.assertj.core.api.Assertions.assertThat(visit.page().url()).contains("load_capacity.value=1000");
    }

    @Test
    void printsTheJudgementsWithoutTheFormAroundThem() {
        visit.open(AllPages.MATCH_ELEVATOR);
        visit.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(visit.page().locator(".judgements").first()).isVisible();
        assertThat(visit.page().locator(".top")).isHidden();
        assertThat(visit.page().locator("#need")).isHidden();
        assertThat(visit.button("打印结果")).isHidden();
    }

    @Test
    void seesBesideTheFieldWhatIsWrong() {
        visit.open("/match?category=elevator");
        visit.page().locator("#edit").evaluate("edit => edit.open = true");
        visit.page().getByLabel("额定载重量：数值").fill("一千");
        visit.button("匹配").click();
        assertThat(visit.page().locator(".clause .wrong")).containsText("不是数字");
        assertThat(visit.page().getByLabel("额定载重量：数值")).hasValue("一千");
        visit.close();
        visit = Browser.visit(base, Browser.DESK);
    }

    @Test
    void walksTheSuggestionsWithTheKeyboard() {
        visit.open("/");
        Locator box = visit.page().locator("#q");
        box.pressSequentially("浅基坑");
        assertThat(visit.page().locator("#q-list [role=option]").first()).containsText("浅基坑电梯");
        assertThat(box).hasAttribute("aria-expanded", "true");
        box.press("ArrowDown");
        assertThat(box).hasAttribute("aria-activedescendant", "q-option-1");
        org.assertj.core.api.Assertions.assertThat(visit.accessibilityViolations())
                .isEmpty();
        box.press("Escape");
        assertThat(visit.page().locator("#q-list [role=option]")).hasCount(0);
        box.press("End");
        box.pressSequentially("电");
        assertThat(visit.page().locator("#q-list [role=option]").first()).isVisible();
        box.press("ArrowDown");
        box.press("Enter");
        assertThat(visit.heading()).hasText("浅基坑电梯");
    }

    @Test
    void readsTheRateAsFigureAndAsTable() {
        visit.open("/rate");
        assertThat(visit.page().locator(".tile-value").first()).hasText(Pattern.compile("\\d+\\.\\d%"));
        assertThat(visit.page().locator(".chart canvas")).isVisible();
        int quarters = visit.page().locator("#rate-table tbody tr").count();
        visit.page().getByLabel("分组").selectOption("year");
        visit.page().waitForURL(url -> url.contains("groupBy=year"));
        assertThat(visit.page().locator("#rate-table tbody th").first()).hasText("2021年");
        assertThat(visit.page().locator(".chart canvas")).isVisible();
        org.assertj.core.api.Assertions.assertThat(
                        visit.page().locator("#rate-table tbody tr").count())
                .isLessThan(quarters);
    }

    @Test
    void aBarOpensWhatItsRowOpens() {
        Page page = visit.open("/rate?groupBy=chain&asOf=2025-06-30");
        assertThat(page.locator(".chart canvas")).isVisible();
        page.locator(".chart").scrollIntoViewIfNeeded();
        BoundingBox chart = page.locator(".chart").boundingBox();
        double y = chart.y + BELOW_THE_LEGEND;
        do {
            y += 4;
            page.mouse().move(chart.x + chart.width * 0.3, y);
        } while (!(boolean) page.evaluate("document.querySelector('.chart > div').style.cursor === 'pointer'")
                && y < chart.y + chart.height);
        page.mouse().down();
        page.mouse().up();
        page.waitForURL(url -> url.contains("chain=") && url.contains("asOf=2025-06-30"));
        assertThat(visit.heading()).hasText("本地配套率");
    }

    private void search(String words) {
        visit.open("/");
        visit.page().locator("#q").fill(words);
        visit.page().locator("#q").press("Enter");
        assertThat(visit.heading()).containsText(words);
    }

    private Locator hit(int index) {
        return visit.page().locator(".hit").nth(index);
    }

    private static Page.GetByLabelOptions exact() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static Page.LocatorOptions hasText(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}
