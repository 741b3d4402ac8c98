package org.xiangpei.matching.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import jakarta.inject.Inject;

import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.matching.NeutralityHints;
import org.xiangpei.requirement.StatedCriterion;
import org.xiangpei.requirement.StatedLine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.CoreMatchers.allOf;
import static org.hamcrest.CoreMatchers.containsString;
import static org.hamcrest.CoreMatchers.not;

/** Advice on a line, on the sample catalogue. */
@XiangpeiTest
class HintPagesTest {

    @Inject
    NeutralityHints hints;

    @Inject
    Clock clock;

    @Test
    void theFieldIsCountedAfterEveryClause() {
        clause(0, "load_capacity", "at_least", "1000", "kg")
                .header("HX-Request", "true")
                .post("/requirements/hints")
                .then()
                .statusCode(200)
                .body(allOf(containsString("这个品类的全部"), containsString("额定载重量"), containsString("1000 kg")))
                .body(not(containsString("<html")));
    }

    @Test
    void withoutScriptsItIsAPage() {
        clause(0, "load_capacity", "at_least", "1000", "kg")
                .post("/requirements/hints")
                .then()
                .statusCode(200)
                .body(allOf(containsString("<html"), containsString("这个品类的全部")));
    }

    @Test
    void firmsAndPlacesInTheWordsArePointedOutWithTheRule() {
        form().formParam("l1.name", "德力通电梯")
                .formParam("l1.words", "限长沙市生产，<b>粗</b>")
                .post("/requirements/hints")
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("写了企业或品牌的简称“德力通”"),
                        containsString("限定了产地或企业所在地“长沙市生产”"),
                        containsString("《招标投标法实施条例》第三十二条")))
                .body(not(containsString("<b>粗")));
    }

    @Test
    void aComparisonLeftOpenIsTheUsualOneOfTheProperty() {
        clause(0, "load_capacity", "", "1000", "kg")
                .post("/requirements/hints")
                .then()
                .statusCode(200)
                .body(containsString("≥ 1000 kg"));
    }

    @Test
    void whatCannotBeJudgedIsSaidAndNothingBreaks() {
        clause(0, "load_capacity", "at_least", "很多", "kg")
                .post("/requirements/hints")
                .then()
                .statusCode(200)
                .body(containsString("写对之后再数"));
        form().post("/requirements/hints").then().statusCode(200).body(containsString("选定品类后"));
    }

    /** Typing waits for this: it has to be there before the next key. */
    @Test
    void adviceIsQuick() {
        var line = new StatedLine(
                "1",
                "电力电缆",
                null,
                "power_cable",
                "100",
                "m",
                null,
                null,
                List.of(
                        new StatedCriterion("rated_voltage", "equals", "10", null, List.of(), "kV", true),
                        new StatedCriterion("core_count", "equals", "3", null, List.of(), null, true),
                        new StatedCriterion(null, "holds", "CCC", null, List.of(), null, true)));
        LocalDate today = LocalDate.now(clock);
        for (int warm = 0; warm < 20; warm++) {
            hints.of(line, "", today);
        }
        long began = System.nanoTime();
        int times = 50;
        for (int i = 0; i < times; i++) {
            assertThat(hints.of(line, "限长沙市生产", today).pointers()).hasSize(1);
        }
        double each = (System.nanoTime() - began) / 1e6 / times;
        System.out.printf("Hints: %.1f ms a line with three clauses%n", each);
        assertThat(each).isLessThan(250);
    }

    /** As the page of a requirement's line has them. */
    @Test
    void theFieldsOfASingleLineAreTakenToo() {
        SignedIn.fromHere()
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("name", "乘客电梯")
                .formParam("category", "elevator")
                .formParam("load_capacity.operator", "at_least")
                .formParam("load_capacity.value", "1000")
                .formParam("load_capacity.unit", "kg")
                .post("/requirements/hints")
                .then()
                .statusCode(200)
                .body(containsString("≥ 1000 kg"));
    }

    private static RequestSpecification clause(int number, String what, String operator, String value, String unit) {
        String prefix = "l1.c" + number + ".";
        return form().formParam("l1.name", "乘客电梯")
                .formParam("l1.category", "elevator")
                .formParam("l1.c", number)
                .formParam(prefix + "what", what)
                .formParam(prefix + "operator", operator)
                .formParam(prefix + "value", value)
                .formParam(prefix + "unit", unit);
    }

    private static RequestSpecification form() {
        return SignedIn.fromHere()
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("prefix", "l1.");
    }
}
