package org.xiangpei.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import io.quarkus.test.TestTransaction;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.ledger.PurchaseRecord.Item;
import org.xiangpei.ledger.PurchaseRecord.Supply;
import org.xiangpei.shared.Buyer;
import org.xiangpei.shared.BuyerKind;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Money;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.tabular.RowError;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What becomes of single purchases: awards, corrections, withdrawals, and two records of one. Nothing of it is committed. */
@XiangpeiTest
@TestTransaction
class PurchaseLedgerTest {

    @Inject
    PurchaseLedger ledger;

    @Inject
    Duplicates duplicates;

    @Inject
    PurchaseList list;

    @Test
    void aCorrectionIsANewFactWithItsReasonAndTheOldOneStays() {
        String code = award("2012-03-05", "100");
        String corrected = ledger.correct(Recorders.buyer(), code, code, with(code, "amount", "90"), "发票为准");
        List<PurchaseRecord> history = ledger.history(Recorders.buyer(), code);
        assertThat(history).extracting(it -> it.amount().toString()).containsExactly("100.00", "90.00");
        assertThat(history.getLast().entry().supersedes()).isEqualTo(code);
        assertThat(history.getLast().entry().origin().reason()).isEqualTo("发票为准");
        assertThat(history.getLast().entry().origin().channel()).isEqualTo(Channel.HAND);
        assertThat(ledger.history(Recorders.buyer(), corrected)).isEqualTo(history);
    }

    @Test
    void whoeverSawAnOlderFactIsToldSo() {
        String code = award("2012-03-05", "100");
        ledger.correct(Recorders.buyer(), code, code, with(code, "amount", "90"), "发票为准");
        assertThatThrownBy(() -> ledger.correct(Recorders.buyer(), code, code, with(code, "amount", "80"), "再改"))
                .hasMessageContaining("刚刚被更正过");
        assertThatThrownBy(() -> ledger.withdraw(Recorders.buyer(), code, code, "取消"))
                .hasMessageContaining("刚刚被更正过");
    }

    @Test
    void theNumberOfAnotherPurchaseInEffectCannotBeGivenToThisOne() {
        String one = award("2012-03-05", "100");
        String other = award("2012-03-06", "200");
        ledger.correct(Recorders.buyer(), other, other, with(other, "code", "N-1"), "补编号");
        assertThatThrownBy(() -> ledger.correct(Recorders.buyer(), one, one, with(one, "code", "N-1"), "补编号"))
                .isInstanceOfSatisfying(RuleViolation.class, wrong -> assertThat(wrong.errors())
                        .extracting(it -> ((RowError) it).column())
                        .containsExactly("code"));
        String seen = ledger.history(Recorders.buyer(), other).getLast().code();
        ledger.correct(Recorders.buyer(), other, seen, with(other, "amount", "210"), "自己的编号照旧");
        String last = ledger.history(Recorders.buyer(), other).getLast().code();
        ledger.withdraw(Recorders.buyer(), other, last, "取消");
        ledger.correct(Recorders.buyer(), one, one, with(one, "code", "N-1"), "那一笔已作废");
    }

    @Test
    void aReasonIsAskedForAndWhatIsWrongIsNamedByItsField() {
        String code = award("2012-03-05", "100");
        assertThatThrownBy(() -> ledger.correct(Recorders.buyer(), code, code, with(code, "amount", "90"), " "))
                .hasMessageContaining("原因");
        assertThatThrownBy(() ->
                        ledger.correct(Recorders.buyer(), code, code, with(code, "purchased_on", "2999-01-01"), "x"))
                .isInstanceOfSatisfying(RuleViolation.class, wrong -> assertThat(wrong.errors())
                        .extracting(it -> ((RowError) it).column())
                        .containsExactly("purchased_on"));
        assertThatThrownBy(() -> ledger.correct(Recorders.buyer(), code, code, with(code, "unit", "台"), "x"))
                .hasMessageContaining("没有改动");
        assertThatThrownBy(() -> ledger.withdraw(Recorders.buyer(), code, code, null))
                .hasMessageContaining("原因");
    }

    @Test
    void whatIsWithdrawnIsNotCorrectedAnyMore() {
        String code = award("2012-03-05", "100");
        String gone = ledger.withdraw(Recorders.buyer(), code, code, "合同解除");
        assertThatThrownBy(() -> ledger.withdraw(Recorders.buyer(), code, gone, "再次"))
                .hasMessageContaining("已经作废");
    }

    @Test
    void nobodyCorrectsThePurchasesOfAnother() {
        String code = award("2012-03-05", "100");
        assertThatThrownBy(() -> ledger.withdraw(Recorders.otherBuyer(), code, code, "x"))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> duplicates.judge(Recorders.otherBuyer(), code, code, ""))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void twoOfOneSupplierItemAndAmountAFewDaysApartLookLikeOne() {
        String one = award("2012-03-05", "7654321");
        String near = append(Channel.HAND, "2012-03-08", "7654321");
        append(Channel.HAND, "2012-03-20", "7654321");
        append(Channel.HAND, "2012-03-05", "7654322");
        assertThat(suspected()).containsExactly(one + " " + near);
    }

    /** The service has written both, each for a line of its own. */
    @Test
    void twoAwardsAreNeverOne() {
        award("2012-03-05", "7654321");
        award("2012-03-05", "7654321");
        assertThat(suspected()).isEmpty();
    }

    @Test
    void whatSomebodyToldApartIsNotShownAgainAlsoAfterACorrection() {
        String one = award("2012-03-05", "7654321");
        String other = append(Channel.HAND, "2012-03-05", "7654321");
        duplicates.judge(Recorders.buyer(), one, other, "");
        assertThat(suspected()).isEmpty();
        ledger.correct(Recorders.buyer(), one, one, with(one, "unit", "套"), "单位写错");
        assertThat(suspected()).isEmpty();
    }

    @Test
    void ofTwoThatAreOneTheOneThatIsNotKeptIsWithdrawn() {
        String one = award("2012-03-05", "7654321");
        String other = append(Channel.HAND, "2012-03-05", "7654321");
        duplicates.judge(Recorders.buyer(), one, other, one);
        assertThat(suspected()).isEmpty();
        assertThat(ledger.history(Recorders.buyer(), other).getLast().cancels()).isTrue();
        assertThat(ledger.history(Recorders.buyer(), one)).hasSize(1);
        assertThatThrownBy(() -> duplicates.judge(Recorders.buyer(), one, other, one))
                .hasMessageContaining("已被更正或作废");
    }

    @Test
    void theListIsFilteredAndItsSumsAreThoseOfTheFilter() {
        award("2012-03-05", "100");
        award("2012-04-05", "40");
        var march = new PurchaseFilter(
                "电梯",
                LocalDate.parse("2012-03-01"),
                LocalDate.parse("2012-03-31"),
                "elevator",
                Place.ZHUZHOU,
                PurchaseFilter.State.IN_EFFECT,
                "",
                "");
        assertThat(list.page(Recorders.buyer(), march, 1, 10).items())
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.amount().toString()).isEqualTo("100.00");
                    assertThat(it.category()).isEqualTo("电梯");
                    assertThat(it.region()).isEqualTo("天元区");
                });
        assertThat(list.sums(Recorders.buyer(), march).get(1).amount().toString())
                .isEqualTo("100.00");
        assertThatThrownBy(() -> list.page(Recorders.supplier(), march, 1, 10)).isInstanceOf(NotFound.class);
    }

    private List<String> suspected() {
        return duplicates.page(Recorders.buyer(), 1, 50).items().stream()
                .filter(it -> it.one().amount().yuan().compareTo(new BigDecimal("7000000")) > 0)
                .map(it -> it.one().code() + " " + it.other().code())
                .toList();
    }

    private Map<String, String> with(String code, String column, String value) {
        Map<String, String> cells =
                new HashMap<>(Facts.of(ledger.history(Recorders.buyer(), code).getLast()));
        cells.put(column, value);
        return cells;
    }

    private String award(String day, String amount) {
        return append(Channel.AWARD, day, amount);
    }

    private String append(Channel channel, String day, String amount) {
        var actor = Recorders.buyer();
        return ledger.append(
                        actor,
                        channel,
                        List.of(new PurchaseLedger.Award(
                                new Buyer(
                                        String.valueOf(actor.organization()),
                                        actor.organizationName(),
                                        BuyerKind.PUBLIC_BODY,
                                        City.ZHUZHOU),
                                LocalDate.parse(day),
                                new Item("乘客电梯", "elevator", BigDecimal.ONE, "台"),
                                new Money(new BigDecimal(amount)),
                                new Supply("某供应商", null, null, "430211", null),
                                "CJ-" + amount,
                                "成交通知")))
                .getFirst();
    }
}
