package org.xiangpei.recognition;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.xiangpei.shared.City;
import org.xiangpei.shared.RuleViolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.xiangpei.recognition.Cities.FILED;
import static org.xiangpei.recognition.Cities.TERMS;
import static org.xiangpei.recognition.Cities.accept;
import static org.xiangpei.recognition.Cities.on;
import static org.xiangpei.recognition.Cities.sendBack;
import static org.xiangpei.shared.City.CHANGSHA;
import static org.xiangpei.shared.City.XIANGTAN;
import static org.xiangpei.shared.City.ZHUZHOU;

/** The rules by which three cities recognise a product. */
class RecognitionCaseTest {

    @Test
    void homeCityExaminesFirst() {
        RecognitionCase of = Cities.filed();
        assertThat(of.awaited()).containsExactly(CHANGSHA);
        refused("recognition-state", () -> accept(of, ZHUZHOU)).hasMessageContaining("先由长沙市审查");
        accept(of, CHANGSHA);
        assertThat(of.state()).isEqualTo(CaseState.CIRCULATED);
        assertThat(of.awaited()).containsExactlyInAnyOrder(ZHUZHOU, XIANGTAN);
    }

    @Test
    void theOtherTwoMayAnswerInAnyOrder() {
        RecognitionCase of = Cities.circulated();
        accept(of, XIANGTAN);
        assertThat(of.awaited()).containsExactly(ZHUZHOU);
        accept(of, ZHUZHOU);
        assertThat(of.state()).isEqualTo(CaseState.READY);
    }

    @Test
    void aCityAnswersOncePerRound() {
        RecognitionCase of = Cities.circulated();
        accept(of, ZHUZHOU);
        refused("already-answered", () -> accept(of, ZHUZHOU)).hasMessageContaining("株洲审查员");
        refused("already-answered", () -> Cities.object(of, CHANGSHA));
        assertThat(of.verdicts()).hasSize(2);
    }

    @Test
    void aCityAnswersAnewInTheNextRound() {
        RecognitionCase of = Cities.circulated();
        sendBack(of, ZHUZHOU);
        of.file(Cities.author(), on(FILED), TERMS);
        assertThat(of.round()).isEqualTo(2);
        assertThat(of.answers()).isEmpty();
        accept(of, CHANGSHA);
        accept(of, ZHUZHOU);
        accept(of, XIANGTAN);
        assertThat(of.state()).isEqualTo(CaseState.READY);
        assertThat(of.verdicts()).hasSize(5);
    }

    @Test
    void listedMeansThreeAcceptances() {
        RecognitionCase of = Cities.circulated();
        accept(of, ZHUZHOU);
        assertThat(of.isAcceptedByAll()).isFalse();
        assertThat(of.state()).isNotEqualTo(CaseState.READY);
        accept(of, XIANGTAN);
        assertThat(of.isAcceptedByAll()).isTrue();
    }

    @Test
    void acceptancesOfAnEarlierRoundDoNotCount() {
        RecognitionCase of = Cities.circulated();
        sendBack(of, XIANGTAN);
        of.file(Cities.author(), on(FILED), TERMS);
        accept(of, CHANGSHA);
        accept(of, XIANGTAN);
        assertThat(of.isAcceptedByAll()).isFalse();
    }

    @Test
    void silenceNeverApproves() {
        RecognitionCase of = Cities.circulated();
        accept(of, ZHUZHOU);
        LocalDate due = of.dueOn().orElseThrow();
        assertThat(of.escalateWhenSilent(due, on(due).at())).isFalse();
        assertThat(of.escalateWhenSilent(due.plusDays(1), on(due.plusDays(1)).at()))
                .isTrue();
        assertThat(of.state()).isEqualTo(CaseState.ESCALATED);
        assertThat(of.silent()).containsExactly(XIANGTAN);
        assertThat(of.isAcceptedByAll()).isFalse();
        refused("recognition-state", () -> accept(of, XIANGTAN)).hasMessageContaining("联席会议");
    }

    @Test
    void theHomeCitysSilenceEscalatesToo() {
        RecognitionCase of = Cities.filed();
        LocalDate late = of.dueOn().orElseThrow().plusDays(1);
        assertThat(of.escalateWhenSilent(late, on(late).at())).isTrue();
        assertThat(of.sharedAt()).as("the others decide in the session").isPresent();
        assertThat(of.silent()).as("the others were never asked").containsExactly(CHANGSHA);
    }

    @Test
    void aLateAnswerIsRefusedBeforeAnybodyHasEscalated() {
        RecognitionCase of = Cities.circulated();
        LocalDate late = of.dueOn().orElseThrow().plusDays(1);
        refused("recognition-state", () -> of.answer(Opinion.accept(1), Cities.of(ZHUZHOU), on(late), TERMS))
                .hasMessageContaining("期限已过");
        assertThat(of.state()).isEqualTo(CaseState.CIRCULATED);
    }

    @Test
    void anAnswerOnTheLastDayCounts() {
        RecognitionCase of = Cities.circulated();
        LocalDate due = of.dueOn().orElseThrow();
        of.answer(Opinion.accept(1), Cities.of(ZHUZHOU), on(due), TERMS);
        assertThat(of.answerOf(ZHUZHOU)).isPresent();
    }

    @Test
    void anObjectionGoesToTheJointSessionWhenAllHaveAnswered() {
        RecognitionCase of = Cities.circulated();
        Cities.object(of, ZHUZHOU);
        assertThat(of.state()).isEqualTo(CaseState.CIRCULATED);
        accept(of, XIANGTAN);
        assertThat(of.state()).isEqualTo(CaseState.ESCALATED);
    }

    @Test
    void whatTheHomeCityIsAgainstIsNotCirculated() {
        RecognitionCase of = Cities.filed();
        Cities.object(of, CHANGSHA);
        assertThat(of.state()).isEqualTo(CaseState.ESCALATED);
        assertThat(of.awaited()).isEmpty();
        assertThat(of.silent()).isEmpty();
    }

    @Test
    void aReturnGivesOneRoundToAmend() {
        RecognitionCase of = Cities.filed();
        sendBack(of, CHANGSHA);
        assertThat(of.state()).isEqualTo(CaseState.RETURNED);
        assertThat(of.dueOn()).isEmpty();
        of.save(
                Statement.of("elevator").withStandards("GB/T 7588.1"),
                Cities.author(),
                on(FILED).at());
        of.file(Cities.author(), on(FILED), TERMS);
        assertThat(of.filedBefore().orElseThrow().statement().standards()).isEmpty();
        assertThat(of.filed().orElseThrow().statement().standards()).isEqualTo("GB/T 7588.1");
        refused("returned-before", () -> sendBack(of, CHANGSHA));
        accept(of, CHANGSHA);
        assertThat(of.state()).isEqualTo(CaseState.CIRCULATED);
    }

    @Test
    void theLastDayIsRememberedAfterAReturn() {
        RecognitionCase of = Cities.filed();
        LocalDate due = of.dueOn().orElseThrow();
        Cities.sendBack(of, City.CHANGSHA);
        assertThat(of.dueOn()).isEmpty();
        assertThat(of.formerDueOn()).contains(due);
    }

    @Test
    void anotherCityStillHasItsReturn() {
        RecognitionCase of = Cities.filed();
        sendBack(of, CHANGSHA);
        of.file(Cities.author(), on(FILED), TERMS);
        accept(of, CHANGSHA);
        sendBack(of, ZHUZHOU);
        assertThat(of.state()).isEqualTo(CaseState.RETURNED);
    }

    @Test
    void nobodyDecidesOnTheirOwnFiling() {
        RecognitionCase of = Cities.filed();
        var moved = new Examiner(Cities.author(), CHANGSHA, "U-CHANGSHA");
        refused("own-filing", () -> of.answer(Opinion.accept(1), moved, on(FILED), TERMS));
        var ofTheFirm = new Examiner(new Person("else", "别人"), CHANGSHA, "U-FIRM");
        refused("own-filing", () -> of.answer(Opinion.accept(1), ofTheFirm, on(FILED), TERMS));
    }

    @Test
    void whoeverWroteADraftIsPartialEvenWhenAColleagueSentIt() {
        RecognitionCase of = Cities.draft();
        of.save(
                Statement.of("elevator"),
                new Person("colleague", "同事"),
                on(FILED).at());
        of.file(Cities.author(), on(FILED), TERMS);
        var moved = new Examiner(new Person("colleague", "同事"), CHANGSHA, "U-CHANGSHA");
        refused("own-filing", () -> of.answer(Opinion.accept(1), moved, on(FILED), TERMS));
    }

    @Test
    void nobodyAnswersForTwoCities() {
        RecognitionCase of = Cities.circulated();
        var moved = new Examiner(Cities.of(CHANGSHA).person(), ZHUZHOU, "U-ZHUZHOU");
        refused("own-filing", () -> of.answer(Opinion.accept(1), moved, on(FILED), TERMS));
    }

    @Test
    void anAnswerToAnEarlierRoundDoesNotCount() {
        RecognitionCase of = Cities.filed();
        sendBack(of, CHANGSHA);
        of.file(Cities.author(), on(FILED), TERMS);
        refused("recognition-state", () -> of.answer(Opinion.accept(1), Cities.of(CHANGSHA), on(FILED), TERMS))
                .hasMessageContaining("重新提交过");
    }

    @Test
    void whatIsWithdrawnIsNotDecidedAnyMore() {
        RecognitionCase of = Cities.circulated();
        of.withdraw("改用新型号", on(FILED).at());
        refused("recognition-state", () -> accept(of, ZHUZHOU)).hasMessageContaining("企业已撤回");
        refused("recognition-state", () -> of.withdraw("", on(FILED).at()));
        assertThat(of.dueOn()).isEmpty();
    }

    @Test
    void aDraftIsNotWithdrawnAndWhatWasSentIsNotDiscarded() {
        refused("recognition-state", () -> Cities.draft().withdraw("", on(FILED).at()));
        refused("recognition-state", () -> Cities.filed().requireDraft());
    }

    @Test
    void whatWasSentIsNotChanged() {
        RecognitionCase of = Cities.filed();
        refused(
                "recognition-state",
                () -> of.save(Statement.of("x"), Cities.author(), on(FILED).at()));
        refused("recognition-state", () -> of.file(Cities.author(), on(FILED), TERMS));
    }

    @ParameterizedTest
    @EnumSource(City.class)
    void parallelCitiesDoNotReadEachOthersAnswerBeforeTheirOwn(City reader) {
        RecognitionCase of = Cities.circulated();
        accept(of, ZHUZHOU);
        assertThat(of.answersFor(reader).stream().map(Verdict::city))
                .containsExactlyElementsOf(
                        switch (reader) {
                            case CHANGSHA, ZHUZHOU -> List.of(CHANGSHA, ZHUZHOU);
                            case XIANGTAN -> List.of(CHANGSHA);
                        });
    }

    @Test
    void theFirmReadsTheTwoAnswersWhenTheirExaminationIsOver() {
        RecognitionCase of = Cities.circulated();
        accept(of, ZHUZHOU);
        assertThat(of.answersForFirm()).hasSize(1);
        accept(of, XIANGTAN);
        assertThat(of.answersForFirm()).hasSize(3);
    }

    @Test
    void whoIsAgainstSaysWhy() {
        unclear(new Opinion(Answer.RETURN, 1, Set.of(), List.of("name"), "", Optional.empty()), "至少选一个退回理由");
        unclear(
                new Opinion(Answer.RETURN, 1, Set.of(VerdictReason.NOT_TRUE), List.of("name"), "", Optional.empty()),
                "至少选一个退回理由");
        unclear(
                new Opinion(Answer.RETURN, 1, Set.of(VerdictReason.INCOMPLETE), List.of(), "", Optional.empty()),
                "至少选一项所指内容");
        unclear(
                new Opinion(Answer.RETURN, 1, Set.of(VerdictReason.OTHER), List.of("name"), "", Optional.empty()),
                "请在说明里写清楚");
        unclear(
                new Opinion(Answer.OBJECT, 1, Set.of(VerdictReason.NOT_TRUE), List.of(), " ", Optional.empty()),
                "必须写明事实和依据");
        unclear(
                new Opinion(Answer.ACCEPT, 1, Set.of(VerdictReason.OTHER), List.of(), "", Optional.empty()),
                "同意互认时不选理由");
        unclear(new Opinion(Answer.ACCEPT, 1, Set.of(), List.of(), "长".repeat(1001), Optional.empty()), "最多 1000 字");
    }

    private static void unclear(Opinion said, String why) {
        RecognitionCase of = Cities.filed();
        refused("bad-verdict", () -> of.answer(said, Cities.of(CHANGSHA), on(FILED), TERMS))
                .hasMessageContaining(why);
        assertThat(of.verdicts()).isEmpty();
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refused(String code, ThrowingCallable work) {
        RuleViolation refusal = catchThrowableOfType(RuleViolation.class, work);
        assertThat(refusal).as("is refused").isNotNull();
        assertThat(refusal.code()).isEqualTo(code);
        return assertThat((Throwable) refusal);
    }
}
