package org.xiangpei.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

import org.apache.commons.csv.CSVRecord;

import org.xiangpei.demo.DemoCatalogue.Category;
import org.xiangpei.demo.DemoCatalogue.Product;
import org.xiangpei.requirement.CriteriaText;

/**
 * The illustrative requirement lines: those that dice make, in the order in which they were posted, and after them needs that several buyers
 * have in common and no product of the catalogue meets.
 */
final class DemoRequirements {

    /** Written by hand. */
    private static final Path SHARED = Path.of("src/test/resources/demo/shared_needs.csv");

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
            days.stream().sorted().forEach(day -> rows.add(row(code(rows), day)));
        }
        DemoFiles.read(SHARED).forEach(it -> rows.add(shared(code(rows), it)));
        return rows;
    }

    private static String code(List<List<String>> before) {
        return "RL-%04d".formatted(before.size() + 1);
    }

    private List<String> shared(String code, CSVRecord need) {
        DemoBuyer buyer = buyers.stream()
                .filter(it -> it.code().equals(need.get("buyer")))
                .findFirst()
                .orElseThrow();
        return List.of(
                code,
                buyer.code(),
                buyer.name(),
                buyer.kind(),
                buyer.city(),
                need.get("posted_on"),
                catalogue.category(need.get("category")).name(),
                need.get("category"),
                need.get("quantity"),
                need.get("unit"),
                need.get("needed_by"),
                need.get("amount"),
                need.get("criteria"),
                "illustrative",
                "示例：多家单位的共同需求");
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
