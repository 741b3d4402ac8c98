package org.xiangpei.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

import org.xiangpei.demo.DemoCatalogue.Category;
import org.xiangpei.demo.DemoCatalogue.Product;
import org.xiangpei.requirement.CriteriaText;

/** The illustrative requirement lines, in the order in which they were posted. */
final class DemoRequirements {

    private static final double ROWS_A_MONTH = 10.4;

    private final Dice dice = new Dice(20210723);
    private final DemoCatalogue catalogue;
    private final DemoClauses clauses;
    private final List<DemoBuyer> buyers = DemoBuyer.all();

    DemoRequirements(DemoCatalogue catalogue) {
        this.catalogue = catalogue;
        this.clauses = new DemoClauses(catalogue, dice);
    }

    List<List<String>> rows() {
        var rows = new ArrayList<List<String>>();
        for (YearMonth month : DemoCalendar.months()) {
            List<LocalDate> days = new ArrayList<>();
            for (int i = DemoCalendar.rows(month, ROWS_A_MONTH); i > 0; i--) {
                days.add(DemoCalendar.day(month, dice));
            }
            days.stream().sorted().forEach(day -> rows.add(row("RL-%04d".formatted(rows.size() + 1), day)));
        }
        return rows;
    }

    private List<String> row(String code, LocalDate day) {
        DemoBuyer buyer = dice.of(buyers, DemoBuyer::weight);
        Category category = buyer.need(catalogue, dice);
        Product product = dice.of(catalogue.productsOf(category.code()));
        BigDecimal price = BigDecimal.valueOf(dice.between(product.low(), product.high()));
        long quantity = StrictMath.max(1, StrictMath.round(dice.logNormal(180_000, 0.9) / price.doubleValue()));
        return List.of(
                code,
                buyer.code(),
                buyer.name(),
                buyer.kind(),
                buyer.city(),
                day.toString(),
                category.name(),
                category.code(),
                "" + quantity,
                product.unit(),
                day.plusDays(dice.between(30, 150)).toString(),
                price.multiply(BigDecimal.valueOf(quantity))
                        .setScale(-2, RoundingMode.HALF_UP)
                        .toPlainString(),
                CriteriaText.write(clauses.around(product)),
                "illustrative",
                "示例数据生成器");
    }
}
