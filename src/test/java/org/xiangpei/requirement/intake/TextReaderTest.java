package org.xiangpei.requirement.intake;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** How lines are told from what surrounds them. */
class TextReaderTest {

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(textBlock = """
            电梯 2部,            2,     部
            四台电梯,            4,     台
            采购电梯十二部,      12,    部
            电梯6台×2,           12,    台
            再生骨料1.2 万吨,    12000, 吨
            '电力电缆1,200米',   1200,  米
            采购LED路灯420套,    420,   套
            乘客电梯（2台）,     2,     台
            """)
    void quantity(String text, BigDecimal quantity, String unit) {
        ReadLine line = only(text);
        assertThat(line.quantity()).isEqualByComparingTo(quantity);
        assertThat(line.unit()).isEqualTo(unit);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            预算金额：186万元
            项目编号：XP-2026-0117
            联系人：王工；电话0731-88880000
            开标时间：2026年12月3日9时30分
            投标保证金2万元；投标文件正本1份、副本4份
            拆除原有电梯2部
            """)
    void noiseIsNoLine(String text) {
        assertThat(read(text).lines()).isEmpty();
    }

    @Test
    void aScanIsReadWithoutItsBlanksAndToldWithThem() {
        String text = "材 料 计 划 表\n塑 壳 断 路 器 ， 额 定 电 流 250 A ， 3 极 ， 数 量 ： 1 8 台";
        ReadLine line = only(text);
        assertThat(line.name()).isEqualTo("塑壳断路器");
        assertThat(line.quantity()).isEqualByComparingTo("18");
        assertThat(line.criteria()).isNotEmpty().allSatisfy(it -> assertThat(
                        text.substring(it.source().start(), it.source().end()))
                .isEqualTo(it.source().text()));
        assertThat(line.criteria()).extracting(it -> it.source().text()).contains("额 定 电 流 250 A");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "序号 名称 规格型号 单位 数量\n1 圆锥滚子轴承 30210 内径50mm 外径90mm 套 60\n2 深沟球轴承 6206 套 200",
                "名称,规格型号,单位,数量\n圆锥滚子轴承,\"内径50mm，外径90mm\",套,60\n深沟球轴承,内径30mm,套,200",
                "名称\n规格型号\n单位\n数量\n圆锥滚子轴承\n内径50mm，外径90mm\n套\n60\n深沟球轴承\n内径30mm\n套\n200",
                "名称\t圆锥滚子轴承\t深沟球轴承\n数量（套）\t60\t200\n内径\t50mm\t30mm\n外径\t90mm\t62mm"
            })
    void aTableIsReadHoweverItsCellsAreParted(String text) {
        assertThat(read(text).lines())
                .satisfiesExactly(
                        first -> {
                            assertThat(first.name()).isEqualTo("圆锥滚子轴承");
                            assertThat(first.quantity()).isEqualByComparingTo("60");
                            assertThat(first.unit()).isEqualTo("套");
                            assertThat(first.criteria())
                                    .extracting(it -> it.criterion().value())
                                    .contains("50", "90");
                        },
                        second -> {
                            assertThat(second.name()).isEqualTo("深沟球轴承");
                            assertThat(second.quantity()).isEqualByComparingTo("200");
                            assertThat(second.criteria())
                                    .extracting(it -> it.criterion().value())
                                    .contains("30");
                        });
    }

    @Test
    void whatIsCancelledIsNoLine() {
        assertThat(read("电梯2部；汇流箱4台取消，不用报了。").lines()).singleElement().satisfies(it -> assertThat(it.name())
                .isEqualTo("电梯"));
    }

    @Test
    void contradictionsArePointedOut() {
        ReadLine line = only("液压油缸20件，工作压力≥35MPa，工作压力不超过31500kPa");
        assertThat(line.criteria()).hasSize(2);
        assertThat(line.unparsed()).singleElement().satisfies(it -> {
            assertThat(it.reason()).contains("自相矛盾");
            assertThat(it.source().text()).isEqualTo("工作压力≥35MPa，工作压力不超过31500kPa");
        });
    }

    @Test
    void aUnitThatDoesNotFitIsNotUnderstood() {
        ReadLine line = only("电梯2部，额定载重量≥1000kV");
        assertThat(line.criteria()).isEmpty();
        assertThat(line.unparsed()).singleElement().satisfies(it -> {
            assertThat(it.reason()).contains("kV").contains("不能用于 额定载重量");
            assertThat(it.source().text()).isEqualTo("额定载重量≥1000kV");
        });
    }

    @Test
    void theSentenceThatSumsUpATableIsNoLine() {
        ReadText read = read("""
                招标范围：变压器10台，低压柜8台。
                序号\t名称\t规格型号\t数量
                1\t变压器\tSCB14-400/10\t6台
                2\t变压器\tSCB14-630/10\t4台
                3\t低压柜\tGCK\t8台
                """);
        assertThat(read.lines()).extracting(ReadLine::name).containsExactly("变压器", "变压器", "低压柜");
        assertThat(read.lines()).extracting(ReadLine::ref).containsExactly("1", "2", "3");
    }

    @Test
    void whatIsSaidOfAllIsSaidOfEach() {
        ReadText read = read("电梯2部，自动导引车3台。\n全部设备45日内交货。");
        assertThat(read.lines()).hasSize(2).allSatisfy(line -> assertThat(line.criteria())
                .extracting(it -> it.source().text())
                .contains("45日内交货"));
    }

    private static ReadLine only(String text) {
        assertThat(read(text).lines()).hasSize(1);
        return read(text).lines().getFirst();
    }

    private static ReadText read(String text) {
        return TextReader.read(text, SampleWords.ALL);
    }
}
