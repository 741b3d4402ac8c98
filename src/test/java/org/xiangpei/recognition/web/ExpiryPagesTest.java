package org.xiangpei.recognition.web;

import java.time.Clock;
import java.time.LocalDate;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.recognition.Filer;
import org.xiangpei.recognition.Life;

import static org.assertj.core.api.Assertions.assertThat;

/** What a bureau has to look after: its own city's first. */
@XiangpeiTest
class ExpiryPagesTest {

    @Inject
    Clock clock;

    @BeforeEach
    @AfterEach
    void clean() {
        Life.clean();
    }

    private static String page(String login, String query) {
        return SignedIn.as(login)
                .get("/expiries" + query)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    @Test
    void theOwnCityComesFirst() {
        for (String bureau : new String[] {SignedIn.CHANGSHA, SignedIn.ZHUZHOU}) {
            String page = page(bureau, "");
            String own = bureau.equals(SignedIn.CHANGSHA) ? "长沙" : "株洲";
            String other = bureau.equals(SignedIn.CHANGSHA) ? "株洲" : "长沙";
            int first = page.indexOf("<td class=\"nowrap\">" + own);
            int later = page.indexOf("<td class=\"nowrap\">" + other);
            assertThat(first).as(bureau).isPositive();
            assertThat(later == -1 || first < later).as(bureau).isTrue();
        }
    }

    @Test
    void whatEndsIsShownByDaysAndCityWithItsRenewal() {
        Life life = Life.begin("X清单电梯").until(LocalDate.now(clock).plusDays(45));
        assertThat(page(SignedIn.CHANGSHA, "?within=60&city=430100")).contains("X清单电梯", "还有 45 天", "没有续期申报");
        assertThat(page(SignedIn.CHANGSHA, "?within=30&city=430100")).doesNotContain("X清单电梯");
        assertThat(page(SignedIn.CHANGSHA, "?within=60&city=430200")).doesNotContain("X清单电梯");
        String code = life.begin(Filer.CHANGSHA, "renew");
        assertThat(page(SignedIn.CHANGSHA, "?within=60&city=430100")).contains("没有续期申报");
        Life.send(code, true).statusCode(303);
        assertThat(page(SignedIn.OPERATOR, "?within=60&city=430100")).contains("属地审查中", code);
        life.until(LocalDate.now(clock).minusDays(3));
        assertThat(page(SignedIn.CHANGSHA, "?within=ended&city=430100")).contains("X清单电梯", "已过期 3 天");
    }

    @Test
    void whatHasNoLastDayIsNotThere() {
        assertThat(page(SignedIn.ZHUZHOU, "?city=430200")).doesNotContain(">P001<", ">P002<");
    }

    @Test
    void everyPartHasItsPageAndNonsenseAnAnswer() {
        assertThat(page(SignedIn.CHANGSHA, "?view=certificates")).contains("EX-");
        assertThat(page(SignedIn.CHANGSHA, "?view=reviews")).contains("现在没有");
        assertThat(page(SignedIn.CHANGSHA, "?view=revocations")).contains("现在没有");
        assertThat(page(SignedIn.CHANGSHA, "?within=17&city=999999")).contains("到期和续期");
        SignedIn.as(SignedIn.CHANGSHA).get("/expiries?view=moon").then().statusCode(400);
        SignedIn.as(SignedIn.FIRM).get("/expiries").then().statusCode(403);
    }
}
