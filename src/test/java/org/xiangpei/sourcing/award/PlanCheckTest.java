package org.xiangpei.sourcing.award;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.xiangpei.shared.FieldError;
import org.xiangpei.sourcing.Weights;
import org.xiangpei.sourcing.award.Plan.Elsewhere;
import org.xiangpei.sourcing.award.Plan.LinePlan;
import org.xiangpei.sourcing.award.Plan.Part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xiangpei.sourcing.award.Bids.TODAY;

/** What a plan must say, and when it needs a reason. Quotation 1 is the best, 2 dearer, 3 expired and cheapest, 4 sells no less than 50. */
class PlanCheckTest {

    private static final ComparedLine LINE = Bids.compared(
            Bids.asked("10", "load_capacity at_least 1000 kg"),
            Weights.PRICE_ALONE,
            Bids.of(1, "1000").saying("c"),
            Bids.of(2, "1200").saying("c"),
            Bids.of(3, "900").saying("c").expired(),
            Bids.of(4, "1000").saying("c").atLeast("50"));

    private static LinePlan line(@Nullable String reason, Part... parts) {
        return new LinePlan(1, List.of(parts), reason, null, null);
    }

    private static Part part(long quotation, String quantity) {
        return new Part(quotation, new BigDecimal(quantity));
    }

    private static List<String> faults(LinePlan... lines) {
        return PlanCheck.faults(List.of(LINE), new Plan(List.of(lines)), TODAY).stream()
                .map(FieldError::detail)
                .toList();
    }

    @Test
    void theBestNeedsNoReasonAlsoBesideACheaperOneThatHasExpired() {
        assertThat(faults(line(null, part(1, "10")))).isEmpty();
    }

    @Test
    void whoIsNotTheBestNeedsAReasonAndSaysWhy() {
        assertThat(faults(line(null, part(2, "10")))).singleElement().asString().contains("请写明理由", "供应商2按评审标准排第 4");
        assertThat(faults(line("交货更有把握", part(2, "10")))).isEmpty();
    }

    @Test
    void anExpiredQuotationAndALessThanLeastOrderNeedAReason() {
        assertThat(faults(line(null, part(3, "10")))).singleElement().asString().contains("已过有效期");
        assertThat(faults(line(null, part(4, "10")))).singleElement().asString().contains("起订量");
        assertThat(faults(line("已电话确认", part(3, "10")))).isEmpty();
    }

    @Test
    void aMandatoryClauseThatIsNotMetNeedsAReasonAlsoWhenNobodyIsBetter() {
        ComparedLine alone = Bids.compared(
                Bids.asked("1", "load_capacity at_least 1000 kg"),
                Weights.PRICE_ALONE,
                Bids.of(1, "5").saying("d"));
        assertThat(PlanCheck.faults(List.of(alone), new Plan(List.of(line(null, part(1, "1")))), TODAY))
                .singleElement()
                .extracting(FieldError::detail)
                .asString()
                .contains("必须满足的条款未满足");
    }

    @Test
    void aQuantityCanBeSplitAndOnlyWhoIsNotTheBestNeedsTheReason() {
        assertThat(faults(line("分散供货风险", part(1, "6"), part(2, "4")))).isEmpty();
        assertThat(faults(line(null, part(1, "6"), part(2, "4"))))
                .singleElement()
                .asString()
                .contains("供应商2");
    }

    @Test
    void nobodyGetsMoreThanWasAsked() {
        assertThat(faults(line("多买", part(1, "6"), part(2, "5"))))
                .singleElement()
                .asString()
                .contains("合计 11，超过询价数量 10");
    }

    @Test
    void everyLineHasAnEndForItsWholeQuantity() {
        assertThat(faults()).containsExactly("第 1 行：还没有写明去向");
        assertThat(faults(line(null, part(1, "4")))).singleElement().asString().contains("还有 6 没有去向");
        assertThat(faults(new LinePlan(1, List.of(part(1, "4")), null, null, "先用库存")))
                .isEmpty();
        assertThat(faults(new LinePlan(1, List.of(), null, null, "项目取消"))).isEmpty();
        assertThat(faults(new LinePlan(1, List.of(part(1, "10")), null, null, "项目取消")))
                .singleElement()
                .asString()
                .contains("全部数量已有成交供应商");
        assertThat(faults(new LinePlan(1, List.of(), null, elsewhere("甲厂", "100"), "项目取消")))
                .singleElement()
                .asString()
                .contains("只能选一个");
    }

    private static Elsewhere elsewhere(String supplier, @Nullable String amount) {
        return new Elsewhere(
                supplier, null, ElsewhereReason.PRICE, amount == null ? null : new BigDecimal(amount), TODAY, null);
    }

    @Test
    void aPurchaseElsewhereHasASupplierAndNoAbsurdAmountOrDay() {
        assertThat(Stream.of(elsewhere("甲厂", null), elsewhere("甲厂", "0.01")).map(it -> PlanCheck.faults(it, TODAY)))
                .allMatch(List::isEmpty);
        assertThat(PlanCheck.faults(elsewhere(" ", "100"), TODAY)).hasSize(1);
        for (String absurd : List.of("0", "-5", "0.001", "100000000000000")) {
            assertThat(PlanCheck.faults(elsewhere("甲厂", absurd), TODAY))
                    .as(absurd)
                    .hasSize(1);
        }
        var tomorrow = new Elsewhere("甲厂", null, ElsewhereReason.PRICE, null, TODAY.plusDays(1), null);
        assertThat(PlanCheck.faults(tomorrow, TODAY)).hasSize(1);
    }

    @Test
    void whatWasNotOfferedOrIsWrittenTwiceIsRefused() {
        assertThat(faults(line("理由", part(9, "10")))).singleElement().asString().contains("没有报这一行");
        assertThat(faults(line("理由", part(1, "5"), part(1, "5"))))
                .singleElement()
                .asString()
                .contains("写了两次");
        assertThat(faults(line("理由", part(1, "10")), new LinePlan(7, List.of(), null, null, "不要")))
                .singleElement()
                .asString()
                .contains("询价里没有这一行");
        assertThat(faults(line("理由", part(1, "0")))).isNotEmpty();
        assertThat(faults(line("理由", part(1, "-1")))).isNotEmpty();
    }

    /** Who lost reads the reason: it must not tell them what the others asked for. */
    @ParameterizedTest
    @ValueSource(strings = {"比 1000 元的那家可靠", "总价10,000元太低", "1万元那家不行", "另一家报 0.9 万", "9000元"})
    void aReasonTellsNoPrice(String reason) {
        assertThat(faults(line(reason, part(2, "10"))))
                .singleElement()
                .asString()
                .contains("价格");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10 台分两批交货", "30 天内必须到货", "有 2019 年以来的供货业绩"})
    void otherNumbersAreNoPrices(String reason) {
        assertThat(faults(line(reason, part(2, "10")))).isEmpty();
    }
}
