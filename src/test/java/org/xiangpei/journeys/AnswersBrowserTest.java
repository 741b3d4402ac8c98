package org.xiangpei.journeys;

import java.math.BigDecimal;
import java.net.URL;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Inject;

import io.quarkus.test.common.http.TestHTTPResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.Browser;
import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.Visit;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Role;
import org.xiangpei.matching.answer.AnswerRounds;
import org.xiangpei.notification.Outbox;
import org.xiangpei.requirement.Buying;
import org.xiangpei.requirement.CriteriaText;
import org.xiangpei.requirement.Head;
import org.xiangpei.requirement.KeptLine;
import org.xiangpei.requirement.Publication;
import org.xiangpei.requirement.Requirements;
import org.xiangpei.shared.City;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** A buyer reads what a bill is answered, compares, makes a report; a firm and a bureau read what that means for them. */
@XiangpeiTest
class AnswersBrowserTest {

    @TestHTTPResource("/")
    URL base;

    @Inject
    Requirements requirements;

    @Inject
    AnswerRounds rounds;

    @Inject
    Clock clock;

    @BeforeEach
    @AfterEach
    void clean() {
        Buying.clean();
    }

    @Test
    void aBuyerReadsAnswersAndMakesAReport() {
        String code = bill();
        try (Visit buyer = Browser.visit(base, Browser.DESK)) {
            buyer.as(SignedIn.BUYER);
            buyer.open("/requirements/" + code + "/answers");
            assertThat(buyer.page().locator("[role=status].notice")).containsText("正在匹配");
            buyer.assertUsable("answers-waiting");
            rounds.go();
            buyer.open("/requirements/" + code + "/answers");
            buyer.assertUsable("answers");
            buyer.link("暂无产品").click();
            buyer.assertUsable("answers-none");
            buyer.open("/requirements/" + code + "/answers/1");
            buyer.assertUsable("answer-line");
            buyer.open("/requirements/" + code + "/answers/3");
            buyer.assertUsable("answer-line-replaced");
            buyer.open("/requirements/" + code + "/answers/offer");
            buyer.assertUsable("answer-offer");
            buyer.open("/requirements/" + code + "/report");
            buyer.assertUsable("reports-none");
            buyer.button("出具报告").click();
            assertThat(buyer.page().locator("#report-title")).hasText("本地寻源报告");
            buyer.assertUsable("report");
            buyer.link("按同一日期再核对").click();
            assertThat(buyer.page().locator("[role=status].notice")).containsText("哈希相同");
            buyer.assertUsable("report-checked");
            buyer.open("/requirements/" + code + "/report");
            buyer.assertUsable("reports");
            buyer.open("/risks");
            buyer.assertUsable("risks-buyer");
            buyer.open("/desk");
            buyer.assertUsable("desk-buyer-answers");
        }
    }

    @Test
    void aFirmAndABureauReadWhatIsNearlyMet() {
        String code = bill();
        publish(code);
        publishOfAnother();
        rounds.go();
        try (Visit firm = Browser.visit(base, Browser.DESK);
                Visit bureau = Browser.visit(base, Browser.DESK)) {
            firm.as(SignedIn.FIRM);
            firm.open("/near-misses");
            firm.assertUsable("near-misses-firm");
            firm.open("/desk");
            firm.assertUsable("desk-firm-near-misses");
            bureau.as(SignedIn.CHANGSHA);
            bureau.open("/near-misses");
            bureau.assertUsable("near-misses-bureau");
            bureau.open("/risks");
            bureau.assertUsable("risks-bureau");
        }
    }

    @Test
    void whereNothingIsAtRiskOrNearThePagesSaySo() {
        try (Visit firm = Browser.visit(base, Browser.DESK);
                Visit buyer = Browser.visit(base, Browser.DESK)) {
            firm.as(SignedIn.SUPPLIER);
            firm.open("/near-misses");
            assertThat(firm.page().locator(".empty")).isVisible();
            firm.assertUsable("near-misses-none");
            buyer.as(SignedIn.BUYER);
            buyer.open("/risks");
            assertThat(buyer.page().locator(".empty")).isVisible();
            buyer.assertUsable("risks-none");
        }
    }

    private String bill() {
        var lines = new ArrayList<KeptLine.Content>();
        lines.add(line(
                "乘客电梯",
                "elevator",
                "640000",
                "load_capacity at_least 1000 kg; delivers_within 60; ?machine_roomless is true"));
        lines.add(line(
                "起重机变幅油缸",
                "hydraulic_cylinder",
                "180000",
                "bore_diameter equals 250 mm; working_pressure at_least 35 MPa"));
        lines.add(line(
                "通用油缸 HSGK01-100/70-800",
                "hydraulic_cylinder",
                "90000",
                "bore_diameter equals 100 mm; rated_force at_least 190 kN; operating_temperature between -30..80 Cel"));
        lines.add(line("交联聚乙烯电缆", "power_cable", "320000", "rated_voltage equals 8.7 kV"));
        lines.add(new KeptLine.Content("工位移动料架", null, null, null, null, null, "移动料架若干", List.of()));
        for (int more = 0; more < 20; more++) {
            lines.add(line(
                    "通用油缸",
                    "hydraulic_cylinder",
                    "52000",
                    "bore_diameter equals 100 mm; working_pressure at_least " + (28 + more % 3) + " MPa"));
        }
        return requirements
                .draft(
                        buyer(),
                        new Head(
                                "河东停保场设备一批",
                                null,
                                "430200",
                                LocalDate.now(clock).plusDays(120),
                                null),
                        lines)
                .code();
    }

    private void publish(String code) {
        requirements.publish(buyer(), code, Publication.toAll(true));
    }

    private void publishOfAnother() {
        Actor other = Buying.buyer();
        String code = requirements
                .draft(
                        other,
                        "另一单位的油缸",
                        List.of(line(
                                "油缸",
                                "hydraulic_cylinder",
                                "48000",
                                "bore_diameter equals 100 mm; working_pressure at_least 31.5 MPa")))
                .code();
        requirements.publish(other, code, Publication.toAll(true));
    }

    private static KeptLine.Content line(String name, String category, String budget, String clauses) {
        return new KeptLine.Content(
                name,
                null,
                category,
                new BigDecimal("4"),
                "台",
                new BigDecimal(budget),
                name + "，4 台",
                CriteriaText.read(clauses));
    }

    private Actor buyer() {
        String organization = Outbox.texts(
                        "select m.organization_code from membership m join account a on a.id = m.account_id"
                                + " where a.login = 'caigou' and m.until is null")
                .getFirst();
        return Actor.member(
                SignedIn.BUYER, "示例采购员", organization, "株洲河东公共交通中心（示例）", Optional.of(City.ZHUZHOU), Set.of(Role.BUYER));
    }
}
