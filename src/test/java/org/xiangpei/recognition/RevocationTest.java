package org.xiangpei.recognition;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import org.xiangpei.shared.City;
import org.xiangpei.shared.RuleViolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xiangpei.recognition.Cities.FILED;
import static org.xiangpei.recognition.Cities.on;

class RevocationTest {

    private static final LifeTerms TERMS =
            new LifeTerms(List.of(90, 60, 30), 90, 180, new Terms(CalendarFile.shipped(), 5, 5, 3), 10, 30);
    private static final Person FIRM = new Person("firm", "企业负责人");

    @Test
    void theFirmMustKnowWhatItAnswersTo() {
        refused("bad-revocation", () -> opened(Set.of(), "抽检不合格", FILED));
        refused("bad-revocation", () -> opened(Set.of(RevocationGround.DEFECTIVE), " ", FILED));
        refused("bad-revocation", () -> opened(Set.of(RevocationGround.DEFECTIVE), "字".repeat(4001), FILED));
    }

    @Test
    void theFirmHasTenWorkingDaysFromTheDayAfter() {
        // Monday, 2 November: ten working days end on Monday, 16.
        assertThat(opened().heardUntil()).isEqualTo(LocalDate.of(2026, 11, 16));
    }

    @Test
    void aHearingOverTheSpringFestivalEndsAfterIt() {
        Revocation of = opened(Set.of(RevocationGround.OTHER), "停产", LocalDate.of(2026, 2, 13));
        assertThat(of.heardUntil()).isEqualTo(LocalDate.of(2026, 3, 5));
        assertThat(of.isHeard(LocalDate.of(2026, 3, 5))).isFalse();
        assertThat(of.isHeard(LocalDate.of(2026, 3, 6))).isTrue();
    }

    @Test
    void theLastDayBelongsToTheFirmUntilMidnightInChina() {
        Moment before = Moment.of(Clock.fixed(Instant.parse("2026-11-16T15:59:59Z"), Cities.ZONE));
        Moment after = Moment.of(Clock.fixed(Instant.parse("2026-11-16T16:00:00Z"), Cities.ZONE));
        refused("hearing-over", () -> opened().state("已整改。", FIRM, after));
        Revocation of = opened();
        of.state("已整改。", FIRM, before);
        assertThat(of.isHeard(before.day())).isTrue();
        assertThat(of.replyText()).contains("已整改。");
    }

    @Test
    void theFirmAnswersOnce() {
        Revocation stated = opened();
        stated.state("已整改。", FIRM, on(FILED));
        refused("hearing-over", () -> stated.waive(FIRM, on(FILED)));
        Revocation waived = opened();
        waived.waive(FIRM, on(FILED));
        refused("hearing-over", () -> waived.state("还是要说。", FIRM, on(FILED)));
        assertThat(waived.reply()).contains(RevocationReply.WAIVED);
    }

    @Test
    void aStatementSaysSomething() {
        refused("bad-revocation", () -> opened().state("  ", FIRM, on(FILED)));
    }

    @Test
    void nobodyDecidesWhatTheyOpenedOrAnswered() {
        Revocation of = opened();
        of.state("已整改。", FIRM, on(FILED));
        refused("own-revocation", () -> of.requireImpartial(Cities.of(City.CHANGSHA)));
        refused("own-revocation", () -> of.requireImpartial(new Examiner(FIRM, City.ZHUZHOU, "U-ZHUZHOU")));
        of.requireImpartial(Cities.of(City.ZHUZHOU));
    }

    @Test
    void oneCityNeitherRevokesNorKeeps() {
        RevocationItem alone = item(position(City.CHANGSHA, true));
        refused("not-agreed", () -> alone.requireAgreed(RevocationChoice.REVOKE));
        refused("not-agreed", () -> alone.requireAgreed(RevocationChoice.KEEP));
        alone.requireAgreed(RevocationChoice.POSTPONE);
        RevocationItem split = item(position(City.CHANGSHA, true), position(City.ZHUZHOU, false));
        refused("not-agreed", () -> split.requireAgreed(RevocationChoice.REVOKE));
        refused("not-agreed", () -> split.requireAgreed(RevocationChoice.KEEP));
    }

    @Test
    void twoCitiesDecideWhicheverWay() {
        RevocationItem revoking =
                item(position(City.ZHUZHOU, true), position(City.XIANGTAN, true), position(City.CHANGSHA, false));
        revoking.requireAgreed(RevocationChoice.REVOKE);
        refused("not-agreed", () -> revoking.requireAgreed(RevocationChoice.KEEP));
        RevocationItem keeping = item(position(City.ZHUZHOU, false), position(City.XIANGTAN, false));
        keeping.requireAgreed(RevocationChoice.KEEP);
        refused("not-agreed", () -> keeping.requireAgreed(RevocationChoice.REVOKE));
    }

    private static RevocationItem item(RevocationPosition... positions) {
        return new RevocationItem(opened(), List.of(positions), Optional.empty());
    }

    private static RevocationPosition position(City city, boolean revokes) {
        return new RevocationPosition(
                3,
                "C20261102-AAAA-AAAA",
                revokes,
                "理由",
                Cities.of(city),
                on(FILED).at());
    }

    private static Revocation opened() {
        return opened(Set.of(RevocationGround.DEFECTIVE), "两次抽检不合格。", FILED);
    }

    private static Revocation opened(Set<RevocationGround> grounds, String facts, LocalDate day) {
        return new Revocation("C20261102-AAAA-AAAA", "P900", grounds, facts, Cities.of(City.CHANGSHA), on(day), TERMS);
    }

    private static void refused(String code, ThrowingCallable what) {
        assertThatThrownBy(what).isInstanceOfSatisfying(RuleViolation.class, it -> assertThat(it.code())
                .isEqualTo(code));
    }
}
