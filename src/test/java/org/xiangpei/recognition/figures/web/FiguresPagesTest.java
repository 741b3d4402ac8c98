package org.xiangpei.recognition.figures.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Role;
import org.xiangpei.recognition.CaseKind;
import org.xiangpei.recognition.CaseState;
import org.xiangpei.recognition.VerdictReason;
import org.xiangpei.recognition.figures.Courses;
import org.xiangpei.recognition.figures.FiguresQuestion;
import org.xiangpei.recognition.figures.Lasting;
import org.xiangpei.recognition.figures.RecognitionFigures;
import org.xiangpei.recognition.figures.RecognitionFigures.Because;
import org.xiangpei.recognition.figures.RecognitionFigures.Of;
import org.xiangpei.recognition.figures.RecognitionFigures.Reached;
import org.xiangpei.recognition.figures.Selection;
import org.xiangpei.recognition.figures.Selection.What;
import org.xiangpei.recognition.figures.Tally;
import org.xiangpei.shared.City;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xiangpei.shared.City.CHANGSHA;
import static org.xiangpei.shared.City.XIANGTAN;
import static org.xiangpei.shared.City.ZHUZHOU;

/** Every figure of the desk follows from the facts of recognition, as of any day, and opens the rows behind it. */
@XiangpeiTest
class FiguresPagesTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String MARCH = "?from=2019-03-01&to=2019-03-31&asOf=2019-04-30";

    @Inject
    RecognitionFigures figures;

    @Inject
    Session session;

    @BeforeAll
    static void sixFilingsOfMarch() {
        Courses.happen();
    }

    @AfterAll
    static void clean() {
        Courses.clean();
    }

    @Test
    void timesAreThoseBetweenTheFacts() {
        Map<Of, Lasting> spent = figures.spent(march("2019-04-30"), bureau(ZHUZHOU));
        assertThat(times(spent, CaseState.FILED, ZHUZHOU)).containsExactly("5", "2.0", "9.6", "14.6", "0", null);
        assertThat(times(spent, CaseState.CIRCULATED, null)).containsExactly("4", "5.0", "12.0", "14.6", "0", null);
        assertThat(times(spent, CaseState.READY, ZHUZHOU)).containsExactly("1", "11.0", "11.0", "11.0", "0", null);
        assertThat(times(spent, CaseState.ESCALATED, ZHUZHOU)).containsExactly("1", "5.0", "5.0", "5.0", "2", "42.0");
        assertThat(times(spent, CaseState.RETURNED, null)).containsExactly("2", "5.5", "5.9", "6.0", "1", "50.6");

        Map<Of, Lasting> answered = figures.answered(march("2019-04-30"), bureau(ZHUZHOU));
        assertThat(times(answered, CaseState.CIRCULATED, XIANGTAN))
                .containsExactly("4", "2.5", "5.4", "6.0", "0", null);
        assertThat(times(answered, CaseState.FILED, null)).containsExactly("6", "2.0", "2.0", "2.0", "0", null);
        assertThat(figures.silent(march("2019-04-30"), bureau(ZHUZHOU)))
                .containsEntry(new Of(CaseState.FILED, ZHUZHOU), new Tally(1, 0))
                .containsEntry(new Of(CaseState.CIRCULATED, CHANGSHA), new Tally(1, 0))
                .doesNotContainKey(new Of(CaseState.CIRCULATED, XIANGTAN));
        assertThat(figures.returned(march("2019-04-30"), bureau(ZHUZHOU)))
                .containsEntry(new Because(VerdictReason.INCOMPLETE, null), new Tally(2, 1))
                .containsEntry(new Because(VerdictReason.CONTRADICTORY, XIANGTAN), new Tally(1, 0))
                .containsEntry(new Because(null, null), new Tally(3, 1));
    }

    @Test
    void aPastDaySeesWhatWasKnownThen() {
        Map<Of, Lasting> known = figures.spent(march("2019-03-10"), bureau(ZHUZHOU));
        assertThat(times(known, CaseState.FILED, ZHUZHOU)).containsExactly("2", "2.0", "2.0", "2.0", "3", "5.6");
        assertThat(times(known, CaseState.READY, ZHUZHOU)).containsExactly("0", null, null, null, "1", "1.6");
        assertThat(known).doesNotContainKey(new Of(CaseState.ESCALATED, ZHUZHOU));
        assertThat(figures.reached(march("2019-03-10"), bureau(ZHUZHOU)).keySet())
                .extracting(Reached::state)
                .doesNotContain(CaseState.RECOGNISED, CaseState.ESCALATED, CaseState.WITHDRAWN);
    }

    @Test
    void theCourseEndsInTheStateThatTheFilingIsIn() {
        assertThat(lastStates()).hasSize(6).allSatisfy(row -> assertThat(row[0]).isEqualTo(row[1]));
    }

    /** Every figure has as many rows as it says, and the parts are the whole. */
    @Test
    void theRowsBehindAFigureAreAsManyAsItSays() {
        FiguresQuestion question = march("2019-04-30");
        Actor operator = Actor.member("yunwei", "运维", "O", "运营", Optional.empty(), Set.of(Role.OPERATOR));
        figures.reached(question, operator).forEach((of, tally) -> assertThat(rows(
                        question,
                        new Selection(What.REACHED, of.state(), of.home(), of.kind(), of.first(), null, of.month()),
                        operator))
                .as(of.toString())
                .isEqualTo(tally.records()));
        for (What[] what : new What[][] {{What.SPENT, What.LASTING}, {What.ANSWERED, What.AWAITED}}) {
            Map<Of, Lasting> all =
                    what[0] == What.SPENT ? figures.spent(question, operator) : figures.answered(question, operator);
            all.forEach((of, lasting) -> {
                assertThat(rows(question, selection(what[0], of), operator))
                        .isEqualTo(lasting.ended().records());
                assertThat(rows(question, selection(what[1], of), operator))
                        .isEqualTo(lasting.open().records());
            });
        }
        figures.returned(question, operator).forEach((of, tally) -> assertThat(rows(
                        question,
                        new Selection(What.RETURNED, null, of.city(), null, null, of.reason(), null),
                        operator))
                .isEqualTo(tally.records()));
        assertThat(figures.reached(question, operator).entrySet().stream()
                        .filter(it -> it.getKey().state() == CaseState.FILED
                                && it.getKey().first())
                        .mapToLong(it -> it.getValue().records())
                        .sum())
                .isEqualTo(6);
        assertThat(figures.reached(question, operator))
                .containsEntry(
                        new Reached(ZHUZHOU, CaseState.FILED, CaseKind.RENEWAL, true, YearMonth.of(2019, 3)),
                        new Tally(1, 0));
    }

    @Test
    void fewFilingsThatABureauMayNotOpenAreNotTold() {
        String page = page(SignedIn.ZHUZHOU, "/recognition/figures" + MARCH);
        assertThat(row(page, "reached-table", "首次申报")).containsExactly("少于 5", "3", "0", "不公开");
        assertThat(row(page, "reached-table", "续期")).containsExactly("0", "1", "0", "1");
        assertThat(row(page, "reached-table", "转联席会议")).containsExactly("0", "3", "0", "3");
        assertThat(row(page, "spent-table", "已退回").getFirst()).startsWith("不公开");
        assertThat(row(page, "returned-table", "内容不完整")).containsExactly("少于 5", "1", "0", "不公开");
        assertThat(row(page(SignedIn.CHANGSHA, "/recognition/figures" + MARCH), "reached-table", "首次申报"))
                .containsExactly("2", "3", "0", "5");
        String rows = page(SignedIn.ZHUZHOU, "/recognition/figures/rows" + MARCH + "&what=reached&state=withdrawn");
        assertThat(rows).contains("共 少于 5 件", "本市看不到").doesNotContain(Courses.code(4));
        assertThat(page(SignedIn.CHANGSHA, "/recognition/figures/rows" + MARCH + "&what=reached&state=withdrawn"))
                .contains(Courses.code(4), "第 4 台电梯", "共 1 件")
                .doesNotContain("本市看不到");
    }

    /** Its place would tell between what numbers it is. */
    @Test
    void aReasonThatIsHiddenStandsBehindThoseThatAreShown() {
        String operators = page(SignedIn.OPERATOR, "/recognition/figures" + MARCH);
        assertThat(headings(operators, "returned-table")).containsExactly("内容不完整", "前后矛盾，或与证明材料不符", "品类选错", "退回合计（件）");
        String bureaus = page(SignedIn.ZHUZHOU, "/recognition/figures" + MARCH);
        assertThat(headings(bureaus, "returned-table")).containsExactly("前后矛盾，或与证明材料不符", "内容不完整", "品类选错", "退回合计（件）");
        assertThat(row(bureaus, "returned-table", "内容不完整").getLast()).isEqualTo("不公开");
    }

    @Test
    void theSumOfAllReturnsIsNoBarBesideTheirReasons() {
        String page = page(SignedIn.OPERATOR, "/recognition/figures" + MARCH);
        assertThat(drawn(page, "returned-table", "内容不完整")).containsExactly("1", "1", "0");
        assertThat(drawn(page, "returned-table", "退回合计（件）")).containsOnly("");
        assertThat(row(page, "returned-table", "退回合计（件）")).containsExactly("1", "1", "1", "3");
    }

    @Test
    void whatLastsAndIsHiddenIsSaidToBeHidden() {
        String early = "?from=2019-03-01&to=2019-03-06&asOf=2019-03-06";
        String own = page(SignedIn.CHANGSHA, "/recognition/figures" + early);
        assertThat(row(own, "spent-table", "属地审查中").getFirst()).isEqualTo("—现有 1 件，最久 0.6 天");
        String others = page(SignedIn.ZHUZHOU, "/recognition/figures" + early);
        assertThat(row(others, "spent-table", "属地审查中").getFirst()).isEqualTo("—现有少于 5 件");
        assertThat(row(others, "spent-table", "属地审查中").getLast()).endsWith("现有不公开");
    }

    @Test
    void theRowsBehindAReturnSayWhy() {
        String rows = page(SignedIn.OPERATOR, "/recognition/figures/rows" + MARCH + "&what=returned");
        assertThat(rows).contains("<th scope=\"col\">理由</th>", "<td>内容不完整、品类选错</td>");
        assertThat(page(SignedIn.OPERATOR, "/recognition/figures/rows" + MARCH + "&what=answered"))
                .doesNotContain("<th scope=\"col\">理由</th>");
    }

    @Test
    void everyNumberOfThePageOpensItsRows() {
        String page = page(SignedIn.OPERATOR, "/recognition/figures" + MARCH);
        List<MatchResult> links = Pattern.compile(
                        "<a href=\"(/recognition/figures/(?:rows|expiring)[^\"]*)\">([^<]+)</a>")
                .matcher(page)
                .results()
                .toList();
        assertThat(links).hasSizeGreaterThan(40);
        links.stream().filter(it -> it.group(2).matches("[\\d,]+")).limit(60).forEach(it -> assertThat(
                        page(SignedIn.OPERATOR, it.group(1).replace("&amp;", "&")))
                .as(it.group(1))
                .containsPattern("共 " + it.group(2) + " (件|个产品)"));
    }

    @Test
    void expiriesAheadAreThoseOfTheCatalogue() {
        String page = page(SignedIn.XIANGTAN, "/recognition/figures");
        for (int months : FiguresViews.HORIZONS) {
            assertThat(row(page, "horizons-table", months + " 个月内").getLast())
                    .isEqualTo(String.valueOf(expiring(months)));
        }
        long byCategory = Pattern.compile("(?s)id=\"expiries-table\".*?</table>")
                .matcher(page)
                .results()
                .flatMap(table -> Pattern.compile(">([\\d,]+)</a></td></tr>")
                        .matcher(table.group())
                        .results())
                .mapToLong(it -> Long.parseLong(it.group(1).replace(",", "")))
                .sum();
        assertThat(byCategory).isEqualTo(expiring(12));
    }

    @ParameterizedTest
    @CsvSource({
        "from=2019-04-01&to=2019-03-01, 请把两个日期对调",
        "asOf=2124-01-01, 晚于今天",
        "from=gestern, from=gestern 不能识别",
    })
    void aPeriodThatCannotBeIsRefused(String query, String says) {
        assertThat(SignedIn.as(SignedIn.ZHUZHOU)
                        .accept("text/html")
                        .get("/recognition/figures?" + query)
                        .then()
                        .statusCode(400)
                        .extract()
                        .asString())
                .contains(says);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/recognition/figures", "/recognition/figures/rows", "/recognition/figures/expiring"})
    void firmsAndBuyersSeeNothingOfIt(String path) {
        SignedIn.as(SignedIn.FIRM).get(path).then().statusCode(403);
        SignedIn.as(SignedIn.BUYER).get(path).then().statusCode(403);
    }

    private long rows(FiguresQuestion question, Selection selection, Actor reader) {
        return figures.rows(question, selection, reader, 1, 100)
                .readable()
                .items()
                .size();
    }

    private static Selection selection(What what, Of of) {
        return new Selection(what, of.state(), of.city(), null, null, null, null);
    }

    private static FiguresQuestion march(String asOf) {
        return new FiguresQuestion(
                LocalDate.parse("2019-03-01"), LocalDate.parse("2019-03-31"), LocalDate.parse(asOf), ZONE);
    }

    private static Actor bureau(City city) {
        return Actor.member("x", "某人", "O", "工信局", Optional.of(city), Set.of(Role.BUREAU));
    }

    private static List<@Nullable String> times(Map<Of, Lasting> all, CaseState state, @Nullable City city) {
        Lasting it = all.getOrDefault(new Of(state, city), Lasting.NONE);
        return Arrays.asList(
                String.valueOf(it.ended().records()),
                text(it.median()),
                text(it.ninetieth()),
                text(it.longest()),
                String.valueOf(it.open().records()),
                text(it.oldest()));
    }

    private static @Nullable String text(@Nullable BigDecimal days) {
        return days == null ? null : days.toPlainString();
    }

    private static List<String> headings(String page, String table) {
        return Pattern.compile("(?s)id=\"" + table + "\".*?</table>")
                .matcher(page)
                .results()
                .flatMap(it -> Pattern.compile("<th scope=\"row\">([^<]*)</th>")
                        .matcher(it.group())
                        .results())
                .map(it -> it.group(1))
                .toList();
    }

    /** What the chart draws of a row. */
    private static List<String> drawn(String page, String table, String heading) {
        return inRow(page, table, heading, "data-value=\"([^\"]*)\"").toList();
    }

    /** The texts of a row's cells without its heading. */
    private static List<String> row(String page, String table, String heading) {
        return inRow(page, table, heading, "(?s)<td[^>]*>(.*?)</td>")
                .map(it -> it.replaceAll("<[^>]+>", ""))
                .toList();
    }

    /** @param what a pattern with one group */
    private static Stream<String> inRow(String page, String table, String heading, String what) {
        return Pattern.compile("(?s)id=\"" + table + "\".*?<th scope=\"row\">" + heading + "</th>(.*?)</tr>")
                .matcher(page)
                .results()
                .flatMap(it -> Pattern.compile(what).matcher(it.group(1)).results())
                .map(it -> it.group(1));
    }

    @Transactional
    List<Object[]> lastStates() {
        return session.createNativeQuery(
                        "select course.state, filed.state as now from recognition_course course"
                                + " join recognition_case filed on filed.code = course.case_code"
                                + " where until is null and filed.code like 'H20190301-%'",
                        Object[].class)
                .getResultList();
    }

    @Transactional
    long expiring(int months) {
        return (long) session.createNativeQuery(
                        "select count(*) from product where valid_until between :from and :to and not exists (select from"
                                + " recognition_event e where e.product_code = product.code and e.kind = 'REVOKED')",
                        Long.class)
                .setParameter("from", LocalDate.now(ZONE))
                .setParameter("to", LocalDate.now(ZONE).plusMonths(months))
                .getSingleResult();
    }

    private static String page(String login, String path) {
        return SignedIn.as(login)
                .accept("text/html")
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
