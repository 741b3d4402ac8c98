package org.xiangpei.journeys;

import java.net.URL;

import com.microsoft.playwright.Locator;
import io.quarkus.test.common.http.TestHTTPResource;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.Browser;
import org.xiangpei.fixtures.Offices;
import org.xiangpei.fixtures.Visit;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.identity.Account;
import org.xiangpei.identity.Organization;
import org.xiangpei.identity.Role;

import static org.assertj.core.api.Assertions.assertThat;

/** A buyer pastes a text, checks what was read of it, sees what the clauses leave, and keeps it. */
@XiangpeiTest
class ReadingBrowserTest {

    private static final String TEXT = """
            某医院设备采购需求
            一、德力通乘客电梯 2部，限长沙市生产
            1. 额定载重量不低于1600kg，额定速度1.75m/s以上，无机房
            2. 曳引机制动器可靠性试验≥1800万次
            二、干式变压器 4台，SCB14-630/10，噪声不大于55dB(A)，绝缘等级最好为H级
            以上货物30日内交货。
            """;

    @TestHTTPResource("/")
    URL base;

    private final Organization office = Offices.firm();
    private final Account person = Offices.person(office, Role.BUYER);

    @Test
    void aTextBecomesADraft() {
        try (var visit = Browser.visit(base, Browser.DESK)) {
            visit.signIn(person.login(), Offices.PASSWORD);
            visit.open("/requirements/read");
            visit.assertUsable("read-empty");
            visit.page().locator("#text").fill(TEXT);
            visit.button("读取").click();
            visit.page().locator(".read-line").first().waitFor();
            visit.page().locator(".read-line").nth(1).scrollIntoViewIfNeeded();
            visit.page().locator(".hints table").nth(1).waitFor();
            visit.page().evaluate("window.scrollTo(0, 0)");
            assertThat(visit.page().locator("#l1 .hints").innerText()).contains("写了企业或品牌的简称“德力通”", "长沙市生产", "第三十二条");
            visit.assertUsable("read");
            pointing(visit);
            Locator quantity = visit.page().locator("[name='l1.quantity']");
            quantity.fill("很多");
            visit.button("检查修改").last().click();
            visit.page().locator(".wrong").first().waitFor();
            assertThat(quantity.inputValue()).isEqualTo("很多");
            visit.page().locator(".hints h3").first().waitFor();
            visit.assertUsable("read-problem");
            quantity.fill("3");
            visit.button("存为需求草稿").click();
            visit.page().waitForURL(url -> url.contains("/requirements/X"));
            assertThat(visit.page().locator("main").innerText()).contains("某医院设备采购需求", "乘客电梯");
        }
    }

    /** Pointing at a clause shows its words, and the other way round. */
    private static void pointing(Visit visit) {
        visit.page().locator("#l1c0 .what").hover();
        assertThat(visit.page().locator(".quoted.pointed").first().innerText()).contains("额定载重量不低于1600kg");
        visit.page().locator(".quoted.of-clause").last().hover();
        assertThat(visit.page().locator(".read-clause.pointed").count()).isPositive();
    }

    @Test
    void withoutScriptsTheNumbersLeadToTheWords() {
        try (var visit = Browser.visitWithoutJavaScript(base, Browser.DESK)) {
            visit.open("/requirements/read");
            visit.page().locator("#text").fill(TEXT);
            visit.button("读取").click();
            visit.page().locator("#l1c0 a.no").click();
            assertThat(visit.page().url()).endsWith("#w-l1c0");
            visit.assertUsable("read");
            visit.button("看每条条款还剩多少企业").first().click();
            assertThat(visit.page().locator("main").innerText()).contains("这个品类的全部");
        }
    }

    @Test
    void aSearchIsSavedAndListed() {
        try (var visit = Browser.visit(base, Browser.DESK)) {
            visit.signIn(person.login(), Offices.PASSWORD);
            visit.open("/products?q=电缆&city=430300");
            visit.assertUsable("search-to-save");
            visit.button("保存这个搜索").click();
            visit.page().waitForURL(url -> url.contains("/following"));
            assertThat(visit.page().locator("#questions").innerText()).contains("电缆", "即时");
            visit.assertUsable("following-questions");
            assertThat(visit.complaints()).isEmpty();
        }
    }
}
