package org.xiangpei.sourcing.signal;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Role;
import org.xiangpei.requirement.Buying;
import org.xiangpei.shared.City;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.sourcing.Asking;
import org.xiangpei.sourcing.Opened;
import org.xiangpei.sourcing.signal.Signals.Report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Signals read what was opened, show it to whom it concerns, and let the organisation have its word beside it. */
@XiangpeiTest
class SignalsTest {

    @Inject
    EntityManager entities;

    @Inject
    Signals signals;

    @Inject
    Explanations explanations;

    private Actor buyer;

    @BeforeEach
    void begin() {
        Opened.clean();
        buyer = Buying.buyer();
    }

    @AfterEach
    void clean() {
        Opened.clean();
    }

    private static Actor bureau(City city) {
        return Actor.member("x-bureau", "测试", "XB", "测试局", Optional.of(city), Set.of(Role.BUREAU));
    }

    /** The auditor of the buyer. */
    private Actor auditor() {
        return as(buyer, Role.ADMINISTRATOR);
    }

    private static Actor as(Actor who, Role role) {
        return Actor.member(
                "x-" + role.code(),
                "测试",
                Objects.requireNonNull(who.organization()),
                who.organizationName(),
                who.city(),
                Set.of(role));
    }

    private Report report() {
        return signals.report(auditor(), null);
    }

    private Report report(LocalDate asOf) {
        return signals.report(auditor(), asOf);
    }

    private static List<SignalKind> kinds(Report of) {
        return of.signals().stream().map(Signal::kind).toList();
    }

    private void single(int count) {
        for (int i = 0; i < count; i++) {
            Opened.inquiry(buyer, "独家" + i).quotes("F025", "100").invites("F001");
        }
    }

    @Test
    void fiveInquiriesMakeASignalWithTheirRows() {
        single(4);
        assertThat(report().signals()).isEmpty();
        assertThat(report().inquiries()).isEqualTo(4);
        single(1);
        assertThat(report().signals()).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo(SignalKind.SINGLE_QUOTATION);
            assertThat(it.subject().name()).isEqualTo(buyer.organizationName());
            assertThat(it.cases()).hasSize(5).allSatisfy(one -> {
                assertThat(one.inquiry().invited()).isEqualTo(2);
                assertThat(one.inquiry().quoted()).singleElement().satisfies(by -> assertThat(by.key())
                        .isEqualTo("F025"));
            });
        });
    }

    @Test
    void aBureauSeesItsCityAndAnAdministratorItsOwn() {
        single(5);
        assertThat(kinds(signals.report(bureau(City.CHANGSHA), null))).containsExactly(SignalKind.SINGLE_QUOTATION);
        assertThat(signals.report(bureau(City.ZHUZHOU), null).inquiries()).isZero();
        assertThat(signals.report(as(Buying.buyer(), Role.ADMINISTRATOR), null).inquiries())
                .isZero();
        String id = report().signals().getFirst().id();
        assertThat(signals.one(report(), id).cases()).hasSize(5);
        assertThatThrownBy(() -> signals.one(signals.report(bureau(City.ZHUZHOU), null), id))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aBureauAddsUpTheSamePairOverItsBuyers() {
        Actor other = Buying.buyer();
        for (int i = 0; i < 5; i++) {
            Opened.inquiry(i < 3 ? buyer : other, "同价" + i)
                    .quotes("F025", "100.0000")
                    .quotes("F001", "100");
        }
        assertThat(report().signals()).as("three of one buyer").isEmpty();
        assertThat(signals.report(bureau(City.CHANGSHA), null).signals())
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.kind()).isEqualTo(SignalKind.IDENTICAL_PRICES);
                    assertThat(it.base()).isEqualTo(5);
                });
    }

    @Test
    void whatIsNotOpenIsNotLookedAt() {
        single(4);
        Opened sealed = Opened.inquiry(buyer, "未开启").quotes("F025", "100");
        Opened cancelled = Opened.inquiry(buyer, "取消了").quotes("F025", "100");
        entitiesDo("update inquiry set state = 'OPEN', opened_at = null where code = '" + sealed.code() + "'");
        entitiesDo("update inquiry set state = 'CANCELLED', ended_at = now(), ended_reason = 'x' where code = '"
                + cancelled.code() + "'");
        assertThat(report().inquiries()).isEqualTo(4);
        assertThat(report().signals()).isEmpty();
        Asking.open(buyer, "F025");
        assertThat(report().inquiries()).isEqualTo(4);
    }

    private void entitiesDo(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(sql).executeUpdate());
    }

    @Test
    void theTwelveMonthsBeforeADayAreLookedAtAsTheyWereThen() {
        LocalDate today = Opened.today();
        for (int i = 0; i < 5; i++) {
            LocalDate opened = today.minusMonths(12).plusDays(1);
            Opened.inquiry(buyer, "去年" + i, opened.minusDays(20), opened.minusDays(1), opened)
                    .quotes("F025", "100")
                    .quotes("F001", "100.5")
                    .award("F025", 1, opened.plusDays(10));
        }
        assertThat(kinds(report())).containsExactly(SignalKind.CLOSE_TO_WINNER);
        Report beforeTheDecision =
                signals.report(auditor(), today.minusMonths(12).plusDays(5));
        assertThat(beforeTheDecision.inquiries()).isEqualTo(5);
        assertThat(beforeTheDecision.signals()).isEmpty();
        assertThat(signals.report(auditor(), today.minusMonths(12)).inquiries()).isZero();
        assertThatThrownBy(() -> signals.report(auditor(), today.plusDays(1))).isInstanceOf(RuleViolation.class);
    }

    @Test
    void thePriceIsThatOfTheQuantityThatWasAsked() {
        String breaks =
                "[{\"from\":5,\"unitPrice\":90},{\"from\":10,\"unitPrice\":80.00},{\"from\":11,\"unitPrice\":70}]";
        for (int i = 0; i < 5; i++) {
            Opened.inquiry(buyer, "阶梯" + i)
                    .quotes("F025", 1, "100", 10, breaks, "")
                    .quotes("F001", "80");
        }
        assertThat(report().signals()).singleElement().satisfies(it -> assertThat(it.kind())
                .isEqualTo(SignalKind.IDENTICAL_PRICES));
    }

    @Test
    void onlyAMandatoryClauseThatIsNotMetExcludes() {
        for (int i = 0; i < 5; i++) {
            Opened.inquiry(buyer, "期望" + i).quotes("F025", "100").quotes("F001", 1, "120", 10, "[]", "1");
        }
        assertThat(report().signals()).isEmpty();
        for (int i = 0; i < 5; i++) {
            Opened.inquiry(buyer, "必须" + i).quotes("F025", "100").quotes("F001", 1, "120", 10, "[]", "0");
        }
        assertThat(report().signals()).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo(SignalKind.ALL_BUT_ONE_EXCLUDED);
            assertThat(it.cases()).hasSize(5);
            assertThat(it.base()).isEqualTo(10);
        });
    }

    @Test
    void aPeriodIsCountedInWorkingDaysWithItsLastDay() {
        // Published on a Friday, due on the Tuesday and on the Wednesday after.
        LocalDate friday = LocalDate.of(2026, 6, 5);
        LocalDate end = LocalDate.of(2026, 6, 30);
        for (int i = 0; i < 5; i++) {
            Opened.inquiry(buyer, "够" + i, friday, friday.plusDays(5), friday.plusDays(6));
        }
        assertThat(report(end).signals()).isEmpty();
        for (int i = 0; i < 5; i++) {
            Opened.inquiry(buyer, "短" + i, friday, friday.plusDays(4), friday.plusDays(6));
        }
        assertThat(report(end).signals()).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo(SignalKind.SHORT_PERIOD);
            assertThat(it.cases())
                    .allSatisfy(one -> assertThat(one.inquiry().workingDays()).isEqualTo(2));
        });
    }

    @Test
    void anExplanationIsOfTheOrganisationAndIsNeverOverwritten() {
        single(5);
        String code = report().signals().getFirst().cases().getFirst().inquiry().code();
        Set<String> own = Set.of(String.valueOf(buyer.organization()));
        explanations.explain(buyer, SignalKind.SINGLE_QUOTATION, code, "独家生产许可", null);
        SignalExplanation first =
                explanations.list(SignalKind.SINGLE_QUOTATION, own).getFirst();
        assertThatThrownBy(() -> explanations.explain(auditor(), SignalKind.SINGLE_QUOTATION, code, "没看见别人的", null))
                .isInstanceOf(RuleViolation.class);
        explanations.explain(auditor(), SignalKind.SINGLE_QUOTATION, code, "独家生产许可，见附件", first.id());
        explanations.explain(buyer, SignalKind.SINGLE_QUOTATION, null, "品类本来就少", null);
        assertThat(explanations.list(SignalKind.SINGLE_QUOTATION, own))
                .extracting(SignalExplanation::text)
                .containsExactly("独家生产许可，见附件", "品类本来就少");
        assertThat(Opened.single("select count(*) from signal_explanation")).isEqualTo("3");
        assertThatThrownBy(() -> explanations.explain(Buying.buyer(), SignalKind.SINGLE_QUOTATION, code, "别人的询价", null))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() ->
                        explanations.explain(bureau(City.CHANGSHA), SignalKind.SINGLE_QUOTATION, null, "工信局", null))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> explanations.explain(buyer, SignalKind.SHORT_PERIOD, null, " ", null))
                .isInstanceOf(RuleViolation.class);
    }
}
