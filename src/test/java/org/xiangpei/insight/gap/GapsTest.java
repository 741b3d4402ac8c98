package org.xiangpei.insight.gap;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.test.TestTransaction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Role;
import org.xiangpei.shared.City;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What bureaus do with a gap, and what its lines do with it. Nothing of it is committed. */
@XiangpeiTest
@TestTransaction
class GapsTest {

    private static final String DAY = "2012-03-01";

    @Inject
    GapRounds rounds;

    @Inject
    GapLedger ledger;

    @Inject
    Gaps gaps;

    @Inject
    EntityManager entities;

    private final Actor zhuzhou = bureau(SignedIn.ZHUZHOU, City.ZHUZHOU);
    private final Actor changsha = bureau("x-changsha", City.CHANGSHA);

    @BeforeAll
    static void ready() {
        Demands.sampleIsReady();
    }

    @Test
    void whoTakesItInHandIsSeenByAllAndGivesItUp() {
        String code = unmet("X-A");
        gaps.takeInHand(zhuzhou, code, "联系两家企业");
        assertThat(now(code))
                .returns(GapState.IN_HAND, GapItem::state)
                .returns(Optional.of("株洲市工信局 测试审查员"), GapItem::follower);
        assertThat(ledger.one(code, today(), zhuzhou))
                .returns(true, GapDetail::followsItself)
                .satisfies(it -> assertThat(it.events().getFirst().note()).contains("联系两家企业"));
        assertThatThrownBy(() -> gaps.takeInHand(changsha, code, ""))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("株洲");
        assertThatThrownBy(() -> gaps.release(changsha, code, "")).isInstanceOf(RuleViolation.class);
        gaps.release(zhuzhou, code, "");
        assertThat(now(code)).returns(GapState.OPEN, GapItem::state);
        gaps.takeInHand(changsha, code, "");
    }

    @Test
    void itClosesWithItsLastLineAndComesAgainInTheSameHand() {
        String code = unmet("X-A");
        gaps.takeInHand(zhuzhou, code, "");
        Demands.covered(entities, "X-A", "2012-06-01", "QUALIFIED");
        rounds.go();
        assertThat(now(code))
                .returns(GapState.CLOSED, GapItem::state)
                .returns(Optional.of(LocalDate.parse("2012-06-01")), GapItem::metOn);
        assertThatThrownBy(() -> gaps.takeInHand(changsha, code, ""))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("2012-06-01");
        Demands.unmet(entities, "X-B", "U2", "2012-09-01");
        rounds.go();
        assertThat(now(code))
                .returns(GapState.IN_HAND, GapItem::state)
                .returns(Optional.of("株洲市工信局 测试审查员"), GapItem::follower);
        assertThat(ledger.one(code, today(), zhuzhou).events())
                .extracting(GapDetail.Event::kind)
                .containsExactly(GapEvent.Kind.REOPENED, GapEvent.Kind.CLOSED, GapEvent.Kind.TAKEN);
        assertThat(notices()).anyMatch(it -> it.contains("已补上")).anyMatch(it -> it.contains("又出现了"));
    }

    @Test
    void whatWasInHandOnADayIsSoForGood() {
        String code = unmet("X-A");
        gaps.takeInHand(zhuzhou, code, "");
        assertThat(ledger.one(code, new GapQuery(LocalDate.parse(DAY), null, null, null, null, null, 1, 1), zhuzhou)
                        .gap())
                .as("before it was taken")
                .returns(GapState.OPEN, GapItem::state);
    }

    @Test
    void aFirmIsToldWhatLacksAndNoLevelOfASingleLine() {
        String code = unmet("X-A");
        gaps.tell(zhuzhou, code, "F005", "请看看");
        assertThat(notices()).contains("株洲市工信局请贵企业关注：电梯：额定载重量");
        assertThat(ledger.one(code, today(), zhuzhou)).satisfies(it -> {
            assertThat(it.gap().firmsTold()).isEqualTo(1);
            assertThat(it.events().getFirst().told().orElseThrow().firmCode()).isEqualTo("F005");
        });
        assertThatThrownBy(() -> gaps.tell(zhuzhou, code, "F404", ""))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("F404");
        assertThatThrownBy(() -> gaps.tell(zhuzhou, code, "F001", "长".repeat(501)))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("500");
    }

    @Test
    void whatOnlyChosenFirmsWereShownIsToldToNobodyElse() {
        Demands.secret(entities, "X-A", "U1", DAY);
        rounds.go();
        String code = code();
        assertThatThrownBy(() -> gaps.tell(zhuzhou, code, "F001", ""))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("不能再告诉别的企业");
        assertThatThrownBy(() -> ledger.one(code, today(), Actor.PUBLIC)).isInstanceOf(NotFound.class);
    }

    @Test
    void nobodyButABureauDoesAnything() {
        String code = unmet("X-A");
        Actor buyer = Actor.member("x", "x", "U9", "x", Optional.of(City.CHANGSHA), Set.of(Role.BUYER));
        assertThatThrownBy(() -> gaps.takeInHand(buyer, code, "")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> gaps.tell(buyer, code, "F001", "")).isInstanceOf(NotFound.class);
    }

    @Test
    void aBuyerSeesTheOwnLinesAndNoMoreOfTheOthers() {
        String code = unmet("X-A");
        Demands.unmet(entities, "X-B", "U2", DAY);
        rounds.go();
        Actor buyer = Actor.member("x", "x", "U1", "x", Optional.of(City.CHANGSHA), Set.of(Role.BUYER));
        assertThat(ledger.one(code, today(), buyer)).satisfies(it -> {
            assertThat(it.own()).extracting(GapDetail.OwnLine::line).containsExactly("X-A");
            assertThat(it.gap().hidden()).isTrue();
            assertThat(it.events()).isEmpty();
            assertThat(it.mayFollow()).isFalse();
        });
    }

    private static Actor bureau(String login, City city) {
        return Actor.member(login, "测试审查员", "X-BUREAU", "测试局", Optional.of(city), Set.of(Role.BUREAU));
    }

    /** Possible, as the catalogue has it today: so nothing new is found of it. */
    private String unmet(String line) {
        Demands.post(entities, line, "U1", DAY);
        Demands.covered(entities, line, DAY, "POSSIBLE");
        rounds.go();
        return code();
    }

    private String code() {
        return (String)
                entities.createNativeQuery("select gap_key from gap_member where line_code = 'X-A'", String.class)
                        .getSingleResult();
    }

    private GapItem now(String code) {
        return ledger.one(code, today(), zhuzhou).gap();
    }

    private static GapQuery today() {
        return new GapQuery(null, null, null, null, null, null, 1, 1);
    }

    @SuppressWarnings("unchecked") // an untyped query of JPA
    private List<String> notices() {
        return entities.createNativeQuery(
                        "select title from notice where target_type = 'gap' and target_code like 'elevator-%'",
                        String.class)
                .getResultList();
    }
}
