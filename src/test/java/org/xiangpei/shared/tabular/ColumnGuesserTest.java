package org.xiangpei.shared.tabular;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.xiangpei.shared.tabular.ColumnGuesser.Target;

import static org.assertj.core.api.Assertions.assertThat;

/** What columns of files nobody gave a template for are taken for. */
class ColumnGuesserTest {

    private static final List<Target> TARGETS = List.of(
            Target.named("day", true, "采购日期", "日期").reading(Cells::date),
            Target.named("item", true, "品名", "物资名称", "名称"),
            Target.named("amount", true, "金额", "含税金额").reading(Cells::money),
            Target.named("quantity", false, "数量").reading(Cells::decimal),
            Target.named("unit", false, "单位"),
            Target.named("supplier", true, "供应商", "供应商名称"));

    @Test
    void theUsualHeadingsAreKnownInAnyOrder() {
        assertThat(guess("供应商,金额,品名,采购日期", "甲,100,泵,2026-01-02"))
                .isEqualTo(Map.of("supplier", 0, "amount", 1, "item", 2, "day", 3));
    }

    @Test
    void aHeadingThatContainsAKnownOneIsTakenWhenNothingFitsBetter() {
        assertThat(guess("合同金额(元),设备名称,签订日期,供应商全称", "100,泵,2026-01-02,甲"))
                .isEqualTo(Map.of("amount", 0, "item", 1, "day", 2, "supplier", 3));
    }

    @Test
    void contentsTellWhereHeadingsDoNot() {
        assertThat(guess("什么时候,供应商,品名,合计", "2026-01-02,甲,泵,100", "2026/3/4,乙,阀,200"))
                .containsEntry("day", 0)
                .containsEntry("amount", 3);
    }

    @Test
    void oneColumnIsNeverTakenForTwoThings() {
        assertThat(guess("数量,单位,计价单位", "3,台,台")).isEqualTo(Map.of("quantity", 0, "unit", 1));
    }

    @Test
    void aColumnOfNobodysKindIsLeftAlone() {
        assertThat(guess("备注,品名", "急,泵")).isEqualTo(Map.of("item", 1));
    }

    @Test
    void titlesAboveTheHeaderAreSkippedAndRowsKeepTheirNumbers() {
        var guess = ColumnGuesser.guess(sheet("某公司2026年采购台账", "制表：张三", "品名,金额,供应商,日期", "泵,100,甲,2026-01-02"), TARGETS);
        assertThat(guess.sheet().header().number()).isEqualTo(3);
        assertThat(guess.sheet().lines()).singleElement().satisfies(line -> {
            assertThat(line.number()).isEqualTo(4);
            assertThat(line.cells()).containsExactly("泵", "100", "甲", "2026-01-02");
        });
        assertThat(guess.columns()).containsEntry("day", 3);
    }

    @Test
    void errorsNameTheColumnAsTheFileDoes() {
        var errors = new RowErrors(10);
        var sheet = sheet("花了多少", "很多");
        Columns.rows(sheet, Map.of("amount", 0), errors).getFirst().requireMoney("amount");
        assertThat(errors.list()).singleElement().satisfies(error -> {
            assertThat(error.column()).isEqualTo("花了多少");
            assertThat(error.value()).isEqualTo("很多");
        });
    }

    @Test
    void filesOfOneMakeHaveOneKey() {
        assertThat(ColumnGuesser.key(sheet("品 名,金额（元）", "a,1")))
                .isEqualTo(ColumnGuesser.key(sheet("品名*,金额(元)", "b,2")));
    }

    private static Map<String, Integer> guess(String... lines) {
        return ColumnGuesser.guess(sheet(lines), TARGETS).columns();
    }

    private static Sheet sheet(String... lines) {
        List<Sheet.Line> read = Arrays.stream(lines)
                .map(line -> new Sheet.Line(Arrays.asList(lines).indexOf(line) + 1, Arrays.asList(line.split(",", -1))))
                .toList();
        return new Sheet("file.csv", "file", read.getFirst(), read.subList(1, read.size()));
    }
}
