package org.xiangpei.insight.report;

import java.util.ArrayList;
import java.util.List;

import org.xiangpei.insight.report.ReportContent.Block;
import org.xiangpei.insight.report.ReportContent.Column;
import org.xiangpei.insight.report.ReportContent.Section;
import org.xiangpei.insight.report.ReportContent.Table;
import org.xiangpei.insight.web.RateNumber;

/** What the words of a report mean, as the pages define them. */
final class Definitions {

    private Definitions() {}

    static Section section() {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("什么算本地", "货物的生产地在长沙、株洲或湘潭（行政区划代码 4301、4302、4303 开头）。看在哪里生产，不看供应商注册在哪里；没有写明生产地的，一律不算本地。"));
        for (RateNumber number : RateNumber.values()) {
            rows.add(List.of(number.label(), number.formula() + "。"));
        }
        rows.add(List.of(RateNumber.RECOGNISED, RateNumber.RECOGNISED_FORMULA + "。互认以采购当天有效为准。"));
        rows.add(List.of("不明占比", "金额、笔数口径是产地不明的部分，覆盖口径是待确认的部分，申报含量口径是没有申报的部分；都不计入分子。"));
        rows.add(List.of("外流", "生产地明确在三市以外，而采购当天目录里有同一品类的互认产品。只看品类，不看条款，所以是上限。"));
        rows.add(List.of("缺口", "需求行在目录里没有满足全部必须条款的互认产品；同一品类、所缺相同的需求行归为一个缺口。提高的百分点 = 缺口的需求行 ÷ 全部需求行。"));
        rows.add(List.of("数据截至", "只计算那一天结束时已经知道的记录。更正不覆盖原记录，所以用同一截至日期重算，比率、流向、缺口各节一字不差；写明“按出具当日”的各节随目录变化。"));
        rows.add(List.of(RateNumber.HIDDEN, RateNumber.HIDDEN_MEANING));
        rows.add(List.of("用途", "只作统计，不作为限制或排除任何供应商的依据。"));
        return new Section(
                "口径说明",
                true,
                List.of(Block.of(
                        new Table("", List.of(Column.text("名称", 20), Column.text("含义和公式", 80)), rows, false))));
    }
}
