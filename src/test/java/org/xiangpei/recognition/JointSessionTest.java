package org.xiangpei.recognition;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import org.xiangpei.shared.City;
import org.xiangpei.shared.RuleViolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xiangpei.recognition.Cities.FILED;
import static org.xiangpei.recognition.Cities.on;

class JointSessionTest {

    @Test
    void theHostRotates() {
        assertThat(Stream.of(2, 3, 4, 5).map(JointSession::hostOf))
                .containsExactly(City.CHANGSHA, City.ZHUZHOU, City.XIANGTAN, City.CHANGSHA);
    }

    @Test
    void onlyTheHostConvenesAndCloses() {
        refused("not-host", () -> session(City.ZHUZHOU));
        JointSession session = session(City.CHANGSHA);
        refused("not-host", () -> session.close(Cities.of(City.XIANGTAN), on(FILED)));
    }

    @Test
    void aSessionIsNotHeldBeforeItsDay() {
        refused("session-state", () -> session(City.CHANGSHA).requireInSession(FILED.minusDays(1)));
        refused(
                "bad-session",
                () -> new JointSession(2, FILED.minusDays(1), "会议室", 3, Cities.of(City.CHANGSHA), on(FILED)));
        refused("bad-session", () -> new JointSession(2, FILED, " ", 3, Cities.of(City.CHANGSHA), on(FILED)));
    }

    @Test
    void theHostMovesItsSessionAndSaysWhatItWas() {
        JointSession session = session(City.CHANGSHA);
        refused("not-host", () -> move(session, City.ZHUZHOU, FILED.plusDays(1)));
        refused("bad-session", () -> move(session, City.CHANGSHA, FILED.minusDays(1)));
        refused("bad-session", () -> session.move(FILED, " 长沙市政府会议室 ", "无", Cities.of(City.CHANGSHA), on(FILED)));
        SessionChange change = move(session, City.CHANGSHA, FILED.plusDays(7));
        assertThat(change.heldOn()).isEqualTo(FILED);
        assertThat(change.movedTo()).contains(FILED.plusDays(7));
        assertThat(session.heldOn()).isEqualTo(FILED.plusDays(7));
        refused("session-state", () -> session.requireInSession(FILED.plusDays(6)));
        session.requireInSession(FILED.plusDays(7));
    }

    @Test
    void aSessionIsCalledOffOnlyBeforeAnythingWasSaidInIt() {
        JointSession session = session(City.CHANGSHA);
        refused("not-host", () -> session.callOff(false, "无", Cities.of(City.XIANGTAN), on(FILED)));
        refused("session-state", () -> session.callOff(true, "无", Cities.of(City.CHANGSHA), on(FILED)));
        assertThat(session.callOff(false, "主办市停电", Cities.of(City.CHANGSHA), on(FILED))
                        .reason())
                .isEqualTo("主办市停电");
        session.close(Cities.of(City.CHANGSHA), on(FILED));
        refused("session-state", () -> session.callOff(false, "无", Cities.of(City.CHANGSHA), on(FILED)));
        refused("session-state", () -> move(session, City.CHANGSHA, FILED.plusDays(7)));
    }

    private static SessionChange move(JointSession session, City by, LocalDate day) {
        return session.move(day, "另一间会议室", "会场占用", Cities.of(by), on(FILED));
    }

    /** Also once it is decided: the minutes say who was silent. */
    @Test
    void whoWasSilentIsNamedAndWhoWasNotAskedIsNot() {
        RecognitionCase of = silent();
        assertThat(of.silent()).containsExactly(City.ZHUZHOU, City.XIANGTAN);
        assertThat(of.formerDueOn()).contains(Cities.TERMS.circulationDue(FILED));
        of.refuse(item(of));
        assertThat(of.silent()).containsExactly(City.ZHUZHOU, City.XIANGTAN);
        RecognitionCase against = Cities.filed();
        Cities.object(against, City.CHANGSHA);
        assertThat(against.silent()).isEmpty();
    }

    @Test
    void closingMakesABatchAndThenNothingChanges() {
        JointSession session = session(City.CHANGSHA);
        Batch batch = session.close(Cities.of(City.CHANGSHA), on(FILED));
        assertThat(batch.number()).isEqualTo(2);
        assertThat(batch.validity().from()).isEqualTo(FILED);
        assertThat(batch.validity().until()).isEqualTo(FILED.plusYears(3).minusDays(1));
        refused("session-state", () -> session.close(Cities.of(City.CHANGSHA), on(FILED)));
    }

    @Test
    void listedMeansThreeAcceptances() {
        RecognitionCase of = silent();
        refused("not-accepted", () -> of.recognise(item(of), "P999"));
        AgendaItem spoken = item(of, position(of, City.ZHUZHOU, true), position(of, City.XIANGTAN, true));
        of.recognise(spoken, "P999");
        assertThat(of.state()).isEqualTo(CaseState.RECOGNISED);
        assertThat(of.productCode()).contains("P999");
    }

    @Test
    void silenceNeverApproves() {
        RecognitionCase of = silent();
        AgendaItem item = item(of, position(of, City.ZHUZHOU, true));
        assertThat(item.isAcceptedByAll()).isFalse();
        assertThat(item.unheard()).containsExactly(City.XIANGTAN);
        refused("not-accepted", () -> of.recognise(item, "P999"));
    }

    @Test
    void aCityThatIsAgainstInTheSessionKeepsItOut() {
        RecognitionCase of = silent();
        AgendaItem item = item(of, position(of, City.ZHUZHOU, true), position(of, City.XIANGTAN, false));
        refused("not-accepted", () -> of.recognise(item, "P999"));
        of.refuse(item);
        assertThat(of.state()).isEqualTo(CaseState.REFUSED);
    }

    @Test
    void whatAllHaveAcceptedIsNotRefused() {
        RecognitionCase of = Cities.circulated();
        Cities.accept(of, City.ZHUZHOU);
        Cities.accept(of, City.XIANGTAN);
        refused("not-accepted", () -> of.refuse(item(of)));
    }

    @Test
    void whatIsDecidedCannotBeWithdrawn() {
        RecognitionCase of = silent();
        of.refuse(item(of));
        refused("recognition-state", () -> of.withdraw("", on(FILED).at()));
        refused("recognition-state", () -> of.recognise(item(of), "P999"));
    }

    @Test
    void nobodyDecidesOnTheirOwnFiling() {
        refused("own-filing", () -> silent().requireImpartial(
                        new Examiner(Cities.author(), City.CHANGSHA, "U-CHANGSHA")));
    }

    /** The home city has accepted and nobody else has answered in time. */
    private static RecognitionCase silent() {
        RecognitionCase of = Cities.circulated();
        var later = FILED.plusDays(60);
        assertThat(of.escalateWhenSilent(later, on(later).at())).isTrue();
        return of;
    }

    private static AgendaItem item(RecognitionCase of, SessionPosition... positions) {
        return new AgendaItem(of, List.of(positions), Optional.empty());
    }

    private static SessionPosition position(RecognitionCase of, City city, boolean accepts) {
        return new SessionPosition(
                2, of.code(), accepts, "理由", Cities.of(city), on(FILED).at());
    }

    private static JointSession session(City by) {
        return new JointSession(2, FILED, "长沙市政府会议室", 3, Cities.of(by), on(FILED));
    }

    private static void refused(String code, ThrowingCallable what) {
        assertThatThrownBy(what).isInstanceOfSatisfying(RuleViolation.class, it -> assertThat(it.code())
                .isEqualTo(code));
    }
}
