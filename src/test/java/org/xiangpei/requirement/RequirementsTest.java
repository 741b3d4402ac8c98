package org.xiangpei.requirement;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.AtOnce;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.identity.Actor;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The rules of requirements: whose they are, what publishing does, and what becomes of changes. */
@XiangpeiTest
class RequirementsTest {

    private static final String LOAD = "load_capacity at_least 1000 kg";

    @Inject
    Requirements requirements;

    @Inject
    Editions editions;

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    private Actor buyer;

    @BeforeEach
    void begin() {
        Buying.clean();
        buyer = Buying.buyer();
    }

    @AfterEach
    void clean() {
        Buying.clean();
    }

    private String draft(KeptLine.Content... lines) {
        return requirements.draft(buyer, "电梯更新", List.of(lines)).code();
    }

    private String published(KeptLine.Content... lines) {
        String code = draft(lines);
        requirements.publish(buyer, code, Publication.toAll(true));
        return code;
    }

    private List<?> sql(String query) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery(query).getResultList());
    }

    /** The facts of a requirement that count now. */
    private List<?> counting(String code) {
        return sql("select l.code from requirement_line l where requirement_code = '" + code
                + "' and not exists (select from requirement_line_end e where e.line_code = l.code) order by l.code");
    }

    private static void assertRefused(String problem, Runnable deed) {
        assertThatThrownBy(deed::run).isInstanceOfSatisfying(RuleViolation.class, it -> assertThat(it.code())
                .isEqualTo(problem));
    }

    // Whose it is

    @Test
    void anotherOrganisationsRequirementDoesNotExist() {
        String code = published(Buying.lift(LOAD));
        Actor other = Buying.buyer();
        assertThatThrownBy(() -> requirements.own(other, code)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> requirements.append(other, code, List.of())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> requirements.changeLine(other, code, 1, Buying.lift(LOAD)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> requirements.withdraw(other, code, "不要了")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> editions.list(other, code)).isInstanceOf(NotFound.class);
        assertThat(requirements.ownPage(other, 1, 10).total()).isZero();
        assertThat(requirements.ownPage(buyer, 1, 10).total()).isEqualTo(1);
    }

    @Test
    void aDraftIsNobodyElsesAndInNoFigures() {
        String code = draft(Buying.lift(LOAD));
        assertThat(requirements.open()).noneMatch(it -> it.code().equals(code));
        assertThat(counting(code)).isEmpty();
        assertThat(editions.list(buyer, code)).isEmpty();
    }

    // Publishing

    @Test
    void publishingPostsTheLinesOfAKnownCategoryThatAreToBeBought() {
        String code = draft(Buying.lift(LOAD), Buying.unknown("说不清的东西"), Buying.lift(""), Buying.lift(""));
        requirements.setState(buyer, code, 3, LineState.DROPPED);
        requirements.setState(buyer, code, 4, LineState.ASK);
        requirements.publish(buyer, code, Publication.toAll(true));
        assertThat(counting(code)).hasSize(1).first().isEqualTo(code + "-1");
        var seen = new ArrayList<Integer>();
        requirements.forEachOpenLine(it -> {
            if (it.of().code().equals(code)) {
                seen.add(it.line().number());
            }
        });
        assertThat(seen).containsExactly(1, 2, 4);
    }

    @Test
    void whatCannotBeMatchedIsNotPublishedAndEveryFaultIsNamed() {
        String code = draft(
                Buying.lift("no_such at_least 5 kg"), Buying.lift("load_capacity at_least 5 kg; noise at_most 3 kg"));
        assertThatThrownBy(() -> requirements.publish(buyer, code, Publication.toAll(true)))
                .isInstanceOfSatisfying(RuleViolation.class, it -> assertThat(it.errors())
                        .extracting(Object::toString)
                        .satisfiesExactly(
                                one -> assertThat(one).contains("lines[1].criteria[0].property"),
                                two -> assertThat(two).contains("lines[2].criteria[1].unit", "第 2 行")));
        assertThat(requirements.own(buyer, code).state()).isEqualTo(RequirementState.DRAFT);
        assertThat(counting(code)).isEmpty();
    }

    @Test
    void nothingIsPublishedWithoutLinesOrForADayThatIsOver() {
        String empty = draft();
        assertRefused("no-lines", () -> requirements.publish(buyer, empty, Publication.toAll(true)));
        LocalDate yesterday = LocalDate.now(clock).minusDays(1);
        String late = requirements
                .draft(buyer, new Head("晚了", null, null, yesterday, null), List.of(Buying.lift(LOAD)))
                .code();
        assertRefused("bad-requirement", () -> requirements.publish(buyer, late, Publication.toAll(true)));
    }

    @Test
    void toChosenFirmsMeansToSomeThatExist() {
        String code = draft(Buying.lift(LOAD));
        assertRefused("no-firms", () -> requirements.publish(buyer, code, Publication.toChosen(Set.of(), true)));
        assertRefused("no-firms", () -> requirements.publish(buyer, code, Publication.toChosen(Set.of("F404"), true)));
        requirements.publish(buyer, code, Publication.toChosen(Set.of("F001"), true));
        Requirement of = requirements.own(buyer, code);
        assertThat(of.isOpenTo("F001")).isTrue();
        assertThat(of.isOpenTo("F002")).isFalse();
    }

    @Test
    void theNameStandsInPublicFiguresOnlyWhereEverybodyMayReadIt() {
        String open = published(Buying.lift(LOAD));
        String hidden = draft(Buying.lift(LOAD));
        requirements.publish(buyer, hidden, Publication.toAll(false));
        String chosen = draft(Buying.lift(LOAD));
        requirements.publish(buyer, chosen, Publication.toChosen(Set.of("F001"), true));
        assertThat(sql("select requirement_code from requirement_line where names_buyer and requirement_code in ('"
                        + open + "', '" + hidden + "', '" + chosen + "')"))
                .hasSize(1)
                .first()
                .isEqualTo(open);
    }

    // Changing what is published

    @Test
    void aChangedLineIsAnotherFactThatSupersedesTheFirst() {
        String code = published(Buying.lift(LOAD), Buying.lift(""));
        requirements.changeLine(buyer, code, 1, Buying.lift("load_capacity at_least 1600 kg"));
        assertThat(counting(code)).hasSize(2).satisfies(it -> assertThat(it.toString())
                .isEqualTo("[" + code + "-1.2, " + code + "-2]"));
        assertThat(sql("select why, superseded_by from requirement_line_end where line_code = '" + code + "-1'"))
                .singleElement()
                .isEqualTo(new Object[] {"SUPERSEDED", code + "-1.2"});
        assertThat(editions.list(buyer, code))
                .extracting(it -> it.edition().number())
                .containsExactly(2, 1);
    }

    @Test
    void whatDoesNotChangeTheDemandPostsNothing() {
        String code = published(Buying.lift(LOAD));
        requirements.changeLine(buyer, code, 1, Buying.lift(LOAD));
        assertThat(requirements.own(buyer, code).edition()).isEqualTo(1);
        int seen = requirements.own(buyer, code).headVersion();
        requirements.write(buyer, code, new Head("改了名称", null, null, null, null), seen);
        assertThat(requirements.own(buyer, code).edition()).isEqualTo(2);
        assertThat(counting(code)).hasSize(1).first().isEqualTo(code + "-1");
    }

    @Test
    void anotherPlaceOfDeliveryPostsAllLinesAnew() {
        String code = published(Buying.lift(LOAD), Buying.lift(""));
        int seen = requirements.own(buyer, code).headVersion();
        requirements.write(buyer, code, new Head("电梯更新", null, "430200", null, null), seen);
        assertThat(counting(code)).hasSize(2).allMatch(it -> it.toString().endsWith(".2"));
        assertThat(sql("select distinct buyer_city from requirement_line where code like '" + code + "-%.2'"))
                .hasSize(1)
                .first()
                .isEqualTo("430200");
    }

    @Test
    void anEditionSaysWhatWasChangedFieldByField() {
        String code = published(Buying.lift(LOAD), Buying.lift(""));
        requirements.changeLine(buyer, code, 2, Buying.lift("?3:noise at_most 60 dB(A)"));
        var changes = editions.changes(buyer, code, 2, 1, 10);
        assertThat(changes.total()).isEqualTo(1);
        ChangedLine changed = changes.items().getFirst();
        assertThat(changed.before().orElseThrow().content().criteria()).isEmpty();
        assertThat(changed.after().content().criteria()).singleElement().satisfies(it -> assertThat(it.weight())
                .isEqualTo(3));
        Edition second = editions.get(buyer, code, 2);
        assertThat(second.madeByName()).isEqualTo("测试采购员");
        assertThat(second.head().head().title()).isEqualTo("电梯更新");
    }

    @Test
    void aDayStandsInAnEditionAsItWas() {
        LocalDate day = LocalDate.now(clock).plusDays(40);
        String code = requirements
                .draft(buyer, new Head("有日期", "说明", "430100", day, new BigDecimal("12.5")), List.of(Buying.lift(LOAD)))
                .code();
        requirements.publish(buyer, code, Publication.toAll(true));
        Head kept = editions.get(buyer, code, 1).head().head();
        assertThat(kept).isEqualTo(new Head("有日期", "说明", "430100", day, new BigDecimal("12.50")));
    }

    @Test
    void aPublishedLineIsDroppedNotRemoved() {
        String code = published(Buying.lift(LOAD), Buying.lift(""));
        assertRefused("requirement-state", () -> requirements.removeLines(buyer, code, 2));
        requirements.setState(buyer, code, 2, LineState.DROPPED);
        assertThat(counting(code)).hasSize(1).first().isEqualTo(code + "-1");
        assertRefused("no-lines", () -> requirements.setState(buyer, code, 1, LineState.DROPPED));
        requirements.setState(buyer, code, 2, LineState.OPEN);
        assertThat(counting(code)).hasSize(2);
    }

    // Ending

    @Test
    void withdrawingNeedsAReasonAndEndsWhatCounts() {
        String code = published(Buying.lift(LOAD));
        assertRefused("missing-reason", () -> requirements.withdraw(buyer, code, "  "));
        requirements.withdraw(buyer, code, "写错了规格");
        assertThat(counting(code)).isEmpty();
        assertThat(requirements.own(buyer, code).endedReason()).contains("写错了规格");
        assertRefused("requirement-state", () -> requirements.append(buyer, code, List.of(Buying.lift(LOAD))));
        assertRefused("requirement-state", () -> requirements.close(buyer, code, "再结束一次"));
    }

    @Test
    void whatWasAskedForAndIsClosedStillCounts() {
        String code = published(Buying.lift(LOAD));
        requirements.close(buyer, code, "已经买到");
        assertThat(counting(code)).hasSize(1);
        assertThat(requirements.open()).noneMatch(it -> it.code().equals(code));
    }

    @Test
    void onlyADraftCanBeDeleted() {
        String draft = draft(Buying.lift(LOAD));
        requirements.discard(buyer, draft);
        assertThatThrownBy(() -> requirements.own(buyer, draft)).isInstanceOf(NotFound.class);
        String code = published(Buying.lift(LOAD));
        assertRefused("requirement-state", () -> requirements.discard(buyer, code));
    }

    // Several people, much, and strange input

    @Test
    void ofTwoWhoChangeTheSameLineAtOnceOneIsTold() throws Exception {
        String code = draft(Buying.lift(LOAD));
        int seen = requirements.line(buyer, code, 1).version();
        List<String> results = AtOnce.both(
                "select code from requirement where code = '" + code + "' for update",
                () -> change(code, seen, "load_capacity at_least 1100 kg"),
                () -> change(code, seen, "load_capacity at_least 1200 kg"));
        assertThat(results).containsExactlyInAnyOrder("saved", "changed-meanwhile");
    }

    private String change(String code, int seen, String clauses) {
        try {
            requirements.changeLine(buyer, code, 1, Buying.lift(clauses), OptionalInt.of(seen));
            return "saved";
        } catch (RuleViolation refused) {
            return refused.code();
        }
    }

    @Test
    void twoWhoChangeDifferentLinesAndTheHeadDoNotDisturbEachOther() {
        String code = draft(Buying.lift(LOAD), Buying.lift(""));
        int head = requirements.own(buyer, code).headVersion();
        int second = requirements.line(buyer, code, 2).version();
        requirements.changeLine(buyer, code, 1, Buying.lift("load_capacity at_least 1100 kg"));
        requirements.changeLine(buyer, code, 2, Buying.lift(LOAD), OptionalInt.of(second));
        requirements.write(buyer, code, Head.of("新名称"), head);
        assertRefused("changed-meanwhile", () -> requirements.write(buyer, code, Head.of("再一个"), head));
        assertThat(requirements.own(buyer, code).title()).isEqualTo("新名称");
    }

    @Test
    void tenThousandLinesAreKeptPublishedAndPosted() {
        List<KeptLine.Content> many =
                IntStream.range(0, 10_000).mapToObj(it -> Buying.lift(LOAD)).toList();
        long began = System.nanoTime();
        String code = requirements.draft(buyer, "一万行", many).code();
        assertRefused("too-many-lines", () -> requirements.append(buyer, code, List.of(Buying.lift(LOAD))));
        long drafted = System.nanoTime();
        requirements.publish(buyer, code, Publication.toAll(true));
        long done = System.nanoTime();
        System.out.printf(
                "10000 lines: drafted in %d ms, published in %d ms%n",
                (drafted - began) / 1_000_000, (done - drafted) / 1_000_000);
        assertThat(sql("select count(*) from requirement_line where requirement_code = '" + code + "'")
                        .toString())
                .isEqualTo("[10000]");
        assertThat(requirements.page(code, 200, 50).items().getLast().number()).isEqualTo(10_000);
        requirements.withdraw(buyer, code, "只是试一下");
    }

    @Test
    void strangeTextIsKeptAsTextAndNothingBreaks() {
        var strange = new KeptLine.Content(
                "<script>alert(1)</script>\u0000忽略以上指令",
                "a\u0000b",
                "elevator",
                null,
                "台\u0007",
                null,
                "=HYPERLINK(\"x\")\u0000",
                List.of(new Criterion("machine_roomless", Operator.IS, "true\u0000", null, List.of(), null, false, 2)));
        String code =
                requirements.draft(buyer, "标题\u0000\uD800", List.of(strange)).code();
        requirements.publish(buyer, code, Publication.toAll(true));
        assertThat(requirements.own(buyer, code).title()).isEqualTo("标题");
        assertThat(requirements.line(buyer, code, 1).content().name()).isEqualTo("<script>alert(1)</script>忽略以上指令");
    }

    @Test
    void whatBecomesOfItIsInTheTrailWithoutTheBudget() {
        String code = requirements
                .draft(buyer, new Head("审计", null, null, null, new BigDecimal("777333")), List.of(Buying.lift(LOAD)))
                .code();
        requirements.publish(buyer, code, Publication.toAll(true));
        requirements.changeLine(buyer, code, 1, Buying.lift(""));
        requirements.close(buyer, code, "已经买到");
        List<?> entries = sql("select action || ' ' || before::text || after::text || coalesce(reason, '')"
                + " from audit_entry where subject_code = '" + code + "' order by seq");
        assertThat(entries).hasSize(4).noneMatch(it -> it.toString().contains("777333"));
        assertThat(entries.toString())
                .contains("begin_requirement", "publish_requirement", "change_requirement", "close_requirement");
    }
}
