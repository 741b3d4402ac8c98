package org.xiangpei.requirement.bill;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xiangpei.requirement.bill.ColumnRole.BRAND;
import static org.xiangpei.requirement.bill.ColumnRole.BUDGET;
import static org.xiangpei.requirement.bill.ColumnRole.CODE;
import static org.xiangpei.requirement.bill.ColumnRole.DELIVERY;
import static org.xiangpei.requirement.bill.ColumnRole.DEMAND;
import static org.xiangpei.requirement.bill.ColumnRole.IGNORED;
import static org.xiangpei.requirement.bill.ColumnRole.MODEL;
import static org.xiangpei.requirement.bill.ColumnRole.NAME;
import static org.xiangpei.requirement.bill.ColumnRole.NOTE;
import static org.xiangpei.requirement.bill.ColumnRole.NUMBER;
import static org.xiangpei.requirement.bill.ColumnRole.PRICE;
import static org.xiangpei.requirement.bill.ColumnRole.PROPERTY;
import static org.xiangpei.requirement.bill.ColumnRole.QUANTITY;
import static org.xiangpei.requirement.bill.ColumnRole.UNIT;

/** What the columns of tables are taken to hold, in the layouts that people send. */
class LayoutsTest {

    @Test
    void twoRowsOfHeadingsBelowATitleAreFoundAndPutTogether() {
        var bill = new ReadBill("清单.xlsx", SampleBills.substation());
        SheetLayout layout = bill.layout(0);
        assertThat(layout.headerFrom()).isEqualTo(3);
        assertThat(layout.headerTo()).isEqualTo(4);
        assertThat(layout.columns().get(3).heading()).isEqualTo("技术参数 / 额定容量(kVA)");
        assertThat(layout.columns().get(3).unit()).isEqualTo("kVA");
        assertThat(bill.roles(0))
                .containsExactly(NUMBER, NAME, MODEL, PROPERTY, DEMAND, QUANTITY, UNIT, PRICE, BUDGET, NOTE);
    }

    @Test
    void aHiddenSheetIsNamedAndTold() {
        var bill = new ReadBill("清单.xlsx", SampleBills.substation());
        assertThat(bill.sheets()).extracting(Staging.Read::name).containsExactly("设备材料", "内部测算");
        assertThat(bill.sheets()).extracting(Staging.Read::isHidden).containsExactly(false, true);
    }

    @Test
    void withoutHeadingsTheContentsTell() {
        var bill = new ReadBill("清单.csv", SampleBills.withoutHeadings());
        assertThat(bill.layout(0).headerFrom()).isZero();
        assertThat(bill.layout(0).signature()).isEmpty();
        assertThat(bill.roles(0)).containsExactly(NUMBER, NAME, MODEL, DEMAND, QUANTITY);
    }

    @Test
    void withoutHeadingsMeasuredWordsAreDemandsAndRoundNumbersNoCodes() {
        var bill = read("乘客电梯,2,部,载重1000kg 速度1.75m/s,640000\n钢结构件,1.2万,吨,厚度20mm,150000\n配电变压器,3,台,容量630kVA,90000\n");
        assertThat(bill.roles(0)).containsExactly(NAME, QUANTITY, UNIT, DEMAND, IGNORED);
    }

    @Test
    void aColumnOfAParameterIsCalledByItsHeading() {
        var bill = new ReadBill("清单.csv", SampleBills.parameterColumns());
        assertThat(bill.layout(0).headerFrom()).isEqualTo(2);
        assertThat(bill.roles(0))
                .containsExactly(CODE, NAME, PROPERTY, PROPERTY, PROPERTY, QUANTITY, DELIVERY, BUDGET, BRAND);
    }

    @ParameterizedTest
    @CsvSource({
        "物料名称, NAME",
        "设备名称*, NAME",
        "规格/型号, MODEL",
        "型号规格, MODEL",
        "技 术 要 求, DEMAND",
        "QTY, QUANTITY",
        "需求数量（台）, QUANTITY",
        "计量单位, UNIT",
        "含税单价（元）, PRICE",
        "预算金额, BUDGET",
        "供货期（天）, DELIVERY",
        "推荐品牌, BRAND",
        "备 注, NOTE",
        "物料编码, CODE",
        "序号, NUMBER",
        "交货地点, IGNORED"
    })
    void headingsAreKnownHoweverTheyAreWritten(String heading, ColumnRole role) {
        assertThat(HeadingWords.exactly(heading)).contains(role);
    }

    @ParameterizedTest
    @CsvSource({"主要设备名称, NAME", "拟采购数量, QUANTITY", "最高投标单价, PRICE", "项目技术要求, DEMAND", "到货期要求, DELIVERY"})
    void headingsThatHaveAKnownWordInThemAreUnderstood(String heading, ColumnRole role) {
        assertThat(HeadingWords.exactly(heading)).isEmpty();
        assertThat(HeadingWords.within(heading)).contains(role);
    }

    @Test
    void aHeadingThatItsValuesContradictIsToBeLookedAt() {
        var bill = read("名称,数量,单位\n电力电缆,YJV-1kV,米\n乘客电梯,TKJ1000,部\n");
        assertThat(bill.roles(0)).containsExactly(NAME, QUANTITY, UNIT);
        assertThat(bill.layout(0).columns().get(1).confidence()).isEqualTo(Confidence.LOW);
        assertThat(bill.layout(0).columns().get(0).confidence()).isEqualTo(Confidence.HIGH);
    }

    @Test
    void aTableHasOneColumnOfNames() {
        var bill = read("项目名称,设备名称,数量\n一号楼,乘客电梯,2\n二号楼,乘客电梯,3\n");
        assertThat(bill.roles(0)).containsOnlyOnce(NAME);
    }

    @Test
    void withoutHeadingsPricesAreWhatMultipliesToSums() {
        var bill = read("乘客电梯,台,2,250000,500000\n载货电梯,台,3,100000,300000\n闸阀,台,10,800,8000\n");
        assertThat(bill.roles(0)).containsExactly(NAME, UNIT, QUANTITY, PRICE, BUDGET);
    }

    @Test
    void headingsOfTwoRowsInACsvAreFoundByTheirGaps() {
        var bill = read("序号,名称,技术参数,,数量,单位\n,,额定容量(kVA),能效等级,,\n1,干式变压器,630,1级,2,台\n");
        assertThat(bill.layout(0).headerTo()).isEqualTo(2);
        assertThat(bill.roles(0)).containsExactly(NUMBER, NAME, PROPERTY, PROPERTY, QUANTITY, UNIT);
    }

    @Test
    void theFirstRowOfDataIsNoSecondRowOfHeadings() {
        var bill = read("序号,名称,型号,数量,单位\n,乘客电梯,,2,部\n");
        assertThat(bill.layout(0).headerTo()).isEqualTo(1);
    }

    @Test
    void aSheetOfRemarksIsNoTable() {
        var bill = read("编制说明\n本清单用于三号车间。\n请按期报价。\n");
        assertThat(bill.layout(0).isTable()).isFalse();
    }

    @Test
    void equalHeadingsHaveEqualSignatures() {
        String one = read("序号,名称,数 量\n1,电梯,2\n").layout(0).signature();
        assertThat(read("标题\n序号, 名称 ,数量\n1,阀门,9\n").layout(0).signature()).isEqualTo(one);
        assertThat(read("序号,数量,名称\n1,2,电梯\n").layout(0).signature()).isNotEqualTo(one);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void columnsMayBePartedByCommasSemicolonsAndTabs(String delimiter) {
        var bill = read("采购清单\n名称,数量,单位\n乘客电梯,2,部\n".replace(",", delimiter));
        assertThat(bill.roles(0)).isEqualTo(List.of(NAME, QUANTITY, UNIT));
    }

    @Test
    void emptyColumnsAreNotRead() {
        var bill = read("名称,数量,,\n乘客电梯,2,,\n");
        assertThat(bill.roles(0).subList(2, bill.roles(0).size())).containsOnly(IGNORED);
    }

    private static ReadBill read(String csv) {
        return new ReadBill("清单.csv", csv.getBytes(StandardCharsets.UTF_8));
    }
}
