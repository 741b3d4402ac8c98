package org.xiangpei.sourcing.quotation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.xiangpei.shared.FieldError;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.sourcing.quotation.LineText.BreakText;
import org.xiangpei.sourcing.quotation.LineText.ReplyText;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What may be offered, and what is said of what may not. */
class OfferReaderTest {

    private static final LocalDate EARLIEST = LocalDate.of(2026, 12, 31);

    private final OfferReader reader =
            new OfferReader(new Asked(Map.of(1, 2, 2, 0), Set.of("P001"), EARLIEST), place -> {
                if (place.equals("乌有乡")) {
                    throw new RuleViolation("bad-place", "没有这个地方");
                }
                return place.equals("未知") ? Optional.empty() : Optional.of("430100");
            });

    private static LineText good() {
        return new LineText("", "100.5", "13", List.of(), "", "30", "", "", "", List.of(), "");
    }

    private static LineText with(String field, String value) {
        LineText it = good();
        return new LineText(
                field.equals("product") ? value : it.product(),
                field.equals("unitPrice") ? value : it.unitPrice(),
                field.equals("taxRate") ? value : it.taxRate(),
                it.breaks(),
                field.equals("minimumOrder") ? value : it.minimumOrder(),
                field.equals("leadDays") ? value : it.leadDays(),
                field.equals("freight") ? value : it.freight(),
                field.equals("productionRegion") ? value : it.productionRegion(),
                field.equals("localContent") ? value : it.localContent(),
                it.replies(),
                it.note());
    }

    private static LineText breaking(BreakText... breaks) {
        LineText it = good();
        return new LineText(
                "", it.unitPrice(), it.taxRate(), List.of(breaks), "", it.leadDays(), "", "", "", List.of(), "");
    }

    private static LineText replying(ReplyText... replies) {
        LineText it = good();
        return new LineText(
                "", it.unitPrice(), it.taxRate(), List.of(), "", it.leadDays(), "", "", "", List.of(replies), "");
    }

    private static Dossier draft(HeadText head, Map<Integer, LineText> lines) {
        return Dossier.EMPTY.rewritten(head, lines);
    }

    @Test
    void aCompleteLineIsRead() {
        OfferedLine line = reader.line(1, good()).orElseThrow();
        assertThat(line.unitPrice()).isEqualByComparingTo("100.5");
        assertThat(line.taxRate()).isEqualByComparingTo("13");
        assertThat(line.leadDays()).isEqualTo(30);
        assertThat(line.freight()).isZero();
        assertThat(line.replies())
                .extracting(ClauseReply::reply)
                .as("clauses that nobody spoke of are unanswered, not confirmed")
                .containsExactly(Reply.UNANSWERED, Reply.UNANSWERED);
    }

    @ParameterizedTest
    @CsvSource({
        "unitPrice, -1, 大于 0",
        "unitPrice, 0, 大于 0",
        "unitPrice, 0.00, 大于 0",
        "unitPrice, 1234567890123456, 数字过长",
        "unitPrice, 9999999999999, 单价太大",
        "unitPrice, 1.00001, 4 位小数",
        "unitPrice, 十元, 应为数字",
        "unitPrice, NaN, 应为数字",
        "unitPrice, '', 请填含税单价",
        "taxRate, 17, 没有这个税率",
        "taxRate, 101, 没有这个税率",
        "taxRate, -13, 没有这个税率",
        "taxRate, '', 请选税率",
        "leadDays, -1, 0 到 3650",
        "leadDays, 2.5, 整数",
        "leadDays, 99999, 0 到 3650",
        "leadDays, '', 请填交货期",
        "minimumOrder, 0, 大于 0",
        "minimumOrder, -3, 大于 0",
        "freight, -0.01, 不能小于 0",
        "freight, 1.005, 两位小数",
        "localContent, 100.01, 0 到 100",
        "localContent, -1, 0 到 100",
        "productionRegion, 乌有乡, 没有这个地方",
        "product, P002, 不是本企业",
    })
    void whatIsWrongIsSaidOfItsField(String field, String value, String said) {
        assertThat(reader.faults(1, with(field, value))).singleElement().satisfies(it -> {
            assertThat(it.pointer()).isEqualTo("lines[1]." + field);
            assertThat(it.detail()).contains(said);
        });
    }

    @Test
    void quantitiesOfBreaksMustRise() {
        assertThat(reader.faults(1, breaking(new BreakText("100", "95"), new BreakText("100", "90"))))
                .extracting(FieldError::pointer)
                .containsExactly("lines[1].breaks[1].from");
        assertThat(reader.faults(1, breaking(new BreakText("500", "90"), new BreakText("100", "95"))))
                .extracting(FieldError::pointer)
                .containsExactly("lines[1].breaks[1].from");
    }

    @Test
    void moreIsNotDearer() {
        assertThat(reader.faults(1, breaking(new BreakText("100", "101"))))
                .extracting(FieldError::pointer)
                .containsExactly("lines[1].breaks[0].unitPrice");
    }

    @Test
    void aBreakNeedsBothItsEnds() {
        assertThat(reader.faults(1, breaking(new BreakText("100", ""), new BreakText("", "90"))))
                .extracting(FieldError::pointer)
                .containsExactly("lines[1].breaks[0].unitPrice", "lines[1].breaks[1].from");
    }

    @Test
    void thePriceIsThatOfTheLastBreakReached() {
        OfferedLine line = reader.line(1, breaking(new BreakText("10", "95"), new BreakText("100", "90")))
                .orElseThrow();
        assertThat(line.unitPriceFor(new BigDecimal("9.99"))).isEqualByComparingTo("100.5");
        assertThat(line.unitPriceFor(BigDecimal.TEN)).isEqualByComparingTo("95");
        assertThat(line.unitPriceFor(new BigDecimal("5000"))).isEqualByComparingTo("90");
    }

    @Test
    void whoDeviatesSaysFromWhat() {
        assertThat(reader.faults(1, replying(new ReplyText("deviates", "", "差一点"))))
                .extracting(FieldError::pointer)
                .containsExactly("lines[1].replies[0].value");
        assertThat(reader.faults(1, replying(new ReplyText("deviates", "800 kg", ""))))
                .isEmpty();
        assertThat(reader.faults(1, replying(new ReplyText("perhaps", "", "")))).isNotEmpty();
    }

    @Test
    void aLineThatSaysNothingIsNotQuotedAndNotWrong() {
        LineText proposed = new LineText("P001", "", "13", List.of(), "", "", "", "430100", "", List.of(), "");
        assertThat(reader.faults(1, proposed)).isEmpty();
        assertThat(reader.line(1, proposed)).isEmpty();
    }

    @Test
    void anOfferHasAtLeastOneLineAndHoldsLongEnough() {
        assertThatThrownBy(() -> reader.read(draft(new HeadText("2027-01-31", ""), Map.of())))
                .isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> reader.read(draft(new HeadText("2026-12-30", ""), Map.of(1, good()))))
                .isInstanceOfSatisfying(RuleViolation.class, it -> assertThat(it.errors())
                        .singleElement()
                        .isEqualTo(new FieldError("validUntil", "询价要求报价至少有效到 2026-12-31。")));
        assertThat(reader.read(draft(new HeadText("2026-12-31", ""), Map.of(2, good())))
                        .lines())
                .extracting(OfferedLine::number)
                .containsExactly(2);
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        Dossier wrong = draft(new HeadText("", ""), Map.of(1, with("unitPrice", "-1"), 2, with("taxRate", "44")));
        assertThatThrownBy(() -> reader.read(wrong))
                .isInstanceOfSatisfying(RuleViolation.class, it -> assertThat(it.errors())
                        .extracting(error -> ((FieldError) error).pointer())
                        .containsExactly("validUntil", "lines[1].unitPrice", "lines[2].taxRate"));
    }
}
