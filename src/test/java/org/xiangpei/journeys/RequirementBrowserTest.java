package org.xiangpei.journeys;

import java.net.URL;
import java.util.List;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.Browser;
import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.Sweep;
import org.xiangpei.fixtures.Visit;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.requirement.Buying;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A buyer writes a requirement by hand and publishes it to a firm without its name; the firm answers an unknown; the buyer changes and closes it. */
@XiangpeiTest
class RequirementBrowserTest {

    @TestHTTPResource("/")
    URL base;

    @BeforeEach
    @AfterEach
    void clean() {
        Buying.clean();
        Sweep.run(
                List.of("delete from firm_statement"),
                List.of("delete from specification where product_code = 'P009' and property_code = 'rated_force'"));
    }

    @Test
    void aRequirementIsPublishedAnsweredChangedAndClosed() {
        try (Visit buyer = Browser.visit(base, Browser.DESK);
                Visit firm = Browser.visit(base, Browser.DESK)) {
            buyer.as(SignedIn.BUYER);
            String code = write(buyer);
            publish(buyer, code);

            firm.as(SignedIn.FIRM);
            answer(firm);

            change(buyer, code);
            close(buyer, code);
            firm.open("/demand/" + code + "/1");
            assertThat(firm.heading()).containsText("没有");
            assertThat(buyer.complaints()).allMatch(it -> it.contains("422"), "a form that was refused on purpose");
            assertThat(firm.complaints()).allMatch(it -> it.contains("422") || it.contains("404"));
        }
    }

    /** @return the code of the draft */
    private static String write(Visit buyer) {
        Page page = buyer.page();
        buyer.open("/requirements");
        buyer.assertUsable("requirements-empty");
        page.locator("main").getByText("手工填写").click();
        page.locator("#title").fill("叉车液压缸");
        page.locator("#deliverTo").selectOption("430200");
        page.locator("#budget").fill("六十万");
        buyer.assertUsable("requirement-begin");
        buyer.button("保存，下一步填写需求行").click();
        assertThat(page.locator("#refused")).containsText("不是数字");
        buyer.assertUsable("requirement-begin-wrong");
        page.locator("#budget").fill("600000");
        buyer.button("保存，下一步填写需求行").click();

        page.locator("#name").fill("工程液压缸");
        page.locator("#category").selectOption("hydraulic_cylinder");
        page.locator("[name='rated_force.value']").waitFor();
        page.locator("#quantity").fill("40");
        page.locator("#unit").fill("只");
        page.locator("[name='bore_diameter.value']").fill("100");
        page.locator("[name='rated_force.value']").fill("150");
        page.locator("[name='mass.value']").fill("80");
        page.locator("[name='mass.want']").selectOption("3");
        buyer.assertUsable("requirement-line-new");
        buyer.button("保存").click();
        assertThat(page.locator("main")).containsText("缸径 等于 100 mm");
        String code = page.url().replaceFirst(".*/requirements/([^/?#]+).*", "$1");

        buyer.link("工程液压缸").click();
        page.locator("#budget").fill("520000");
        page.locator("#name").focus();
        assertThat(page.locator("#saved")).containsText("已保存");
        page.locator("[name='stroke.value']").fill("八百");
        page.locator("#name").focus();
        assertThat(page.locator("#saved")).containsText("处发布前要改");
        buyer.assertUsable("requirement-line");
        buyer.open("/requirements/" + code + "/publish");
        buyer.assertUsable("requirement-publish-faults");
        page.locator("#faults-title ~ ul a").first().click();
        page.locator("[name='stroke.value']").fill("");
        buyer.button("保存").click();
        buyer.assertUsable("requirement-lines");
        buyer.open("/requirements/" + code + "/head");
        page.locator("#note").fill("用于三吨叉车的起升油缸。");
        page.locator("#title").focus();
        assertThat(page.locator("#saved")).containsText("已保存");
        buyer.assertUsable("requirement-head");
        return code;
    }

    private static void publish(Visit buyer, String code) {
        Page page = buyer.page();
        buyer.open("/requirements/" + code + "/publish");
        page.locator("#visibility-chosen").check();
        buyer.assertUsable("requirement-publish");
        page.locator("#publish button.primary").click();
        assertThat(page.locator("#refused")).containsText("请至少选择一家企业");
        page.locator("input[name=firm][value=F005]").check();
        page.locator("input[name=showsBuyer]").uncheck();
        page.locator("#publish button.primary").click();
        assertThat(page.locator(".title .badge")).hasText("已发布");
        buyer.assertUsable("requirement-published");
        buyer.open("/requirements");
        buyer.assertUsable("requirements");
        buyer.open("/desk");
        buyer.assertUsable("desk-buyer");
    }

    private static void answer(Visit firm) {
        Page page = firm.page();
        firm.open("/notifications");
        assertThat(page.locator("main")).containsText("叉车液压缸");
        firm.open("/desk");
        assertThat(page.locator("main")).containsText("有参数待补充的采购需求");
        firm.assertUsable("desk-firm");
        firm.open("/demand");
        firm.assertUsable("demand");
        firm.link("工程液压缸").click();
        assertThat(page.locator("main")).containsText("采购单位未公开名称");
        assertThat(page.content()).doesNotContain("株洲河东", "520000", "600000", "60.00 万元", "52.00 万元");
        firm.assertUsable("demand-line");
        var form = page.locator("form[aria-label='补充 额定推力']");
        form.locator("[name=min]").fill("很大");
        form.locator("button").click();
        assertThat(page.locator("#refused")).containsText("很大");
        firm.assertUsable("demand-answer-refused");
        form.locator("[name=min]").fill("196");
        form.locator("[name=max]").fill("196");
        form.locator("button").click();
        assertThat(page.locator("#done")).containsText("已补充");
        firm.assertUsable("demand-answered");
        firm.open("/products/P009");
        assertThat(page.locator("main")).containsText("企业自述");
        firm.assertUsable("product-by-firm");
    }

    private static void change(Visit buyer, String code) {
        Page page = buyer.page();
        buyer.open("/requirements/" + code + "/lines/1");
        page.locator("[name='rated_force.value']").fill("200");
        buyer.button("保存为新版本").click();
        buyer.open("/requirements/" + code + "/publish");
        page.locator("a", new Page.LocatorOptions().setHasText("第 2 版")).click();
        assertThat(page.locator(".compared .changed")).containsText("额定推力 不低于 200 kN");
        buyer.assertUsable("requirement-edition");
    }

    private static void close(Visit buyer, String code) {
        Page page = buyer.page();
        buyer.open("/requirements/" + code + "/publish");
        page.locator("#close summary").click();
        page.locator("#close-reason").fill("已经买到");
        buyer.button("确认结束").click();
        assertThat(page.locator(".title .badge")).hasText("已结束");
        buyer.assertUsable("requirement-closed");
        buyer.open("/requirements/" + code);
        buyer.assertUsable("requirement-closed-lines");
    }
}
