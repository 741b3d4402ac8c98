package org.xiangpei.journeys;

import java.net.URL;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.Browser;
import org.xiangpei.fixtures.Visit;
import org.xiangpei.fixtures.XiangpeiTest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** An officer who searches all day without the mouse. */
@XiangpeiTest
class KeysBrowserTest {

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
    void walksTheResultsPicksTwoAndComparesThem() {
        Page page = visit.open("/products?q=轴承");
        press("j", "x", "j", "x");
        assertThat(page.locator(".hit input:checked")).hasCount(2);
        press("k");
        assertThat(page.locator(".hit").first().locator("h2 a")).isFocused();
        press("c");
        assertThat(page.locator(".compare thead th")).hasCount(3);
    }

    @Test
    void opensAResultAndTurnsAPage() {
        Page page = visit.open("/products?q=电");
        press("n");
        page.waitForURL(url -> url.contains("page=2"));
        press("p");
        page.waitForURL(url -> !url.contains("page=2"));
        String first = page.locator(".hit h2 a").first().textContent();
        press("j", "Enter");
        assertThat(visit.heading()).hasText(first);
    }

    @Test
    void keysRestWhileSomebodyTypes() {
        Page page = visit.open("/products?q=轴承");
        press("/");
        Locator box = page.locator("#top-q");
        assertThat(box).isFocused();
        box.fill("");
        box.pressSequentially("jx?/");
        assertThat(box).hasValue("jx?/");
        assertThat(page.locator("#keys")).isHidden();
        assertThat(page.locator(".hit input:checked")).hasCount(0);
    }

    @Test
    void theHelpTellsTheKeysAndSwitchesThemOff() {
        Page page = visit.open("/products?q=轴承");
        press("?");
        assertThat(page.locator("#keys")).isVisible();
        org.assertj.core.api.Assertions.assertThat(visit.accessibilityViolations())
                .isEmpty();
        page.locator("[data-keys-on]").uncheck();
        press("Escape", "j");
        assertThat(page.locator(".hit h2 a").first()).not().isFocused();
        page.reload();
        press("j");
        assertThat(page.locator(".hit h2 a").first()).not().isFocused();
        visit.button("快捷键 ?").click();
        page.locator("[data-keys-on]").check();
        press("Escape", "j");
        assertThat(page.locator(".hit h2 a").first()).isFocused();
    }

    @Test
    void completesPinyinUnderHeadingsAndSearchesAsTypedAtTheEnd() {
        Page page = visit.open("/");
        Locator box = page.locator("#q");
        box.pressSequentially("dianti");
        assertThat(page.locator("#q-list mark").first()).hasText("电梯");
        assertThat(page.locator("#q-list [role=group]")).hasCount(4);
        assertThat(box).hasAttribute("aria-controls", "q-listbox");
        org.assertj.core.api.Assertions.assertThat(visit.accessibilityViolations())
                .isEmpty();
        box.press("ArrowUp");
        assertThat(page.locator("#q-list [aria-selected=true]")).hasText("搜索“dianti”回车");
        box.press("Home");
        assertThat(page.locator("#q-list [aria-selected=true]")).hasCount(0);
        box.press("Escape");
        assertThat(box).hasAttribute("aria-expanded", "false");
        box.press("ArrowDown");
        assertThat(page.locator("#q-list [role=option]").first()).isVisible();
        box.press("Enter");
        assertThat(visit.heading()).containsText("dianti");
    }

    private void press(String... keys) {
        for (String key : keys) {
            visit.page().keyboard().press(key);
        }
    }
}
