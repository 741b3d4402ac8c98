package org.xiangpei.demo;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

import org.apache.commons.csv.CSVRecord;

import org.xiangpei.demo.DemoCatalogue.Firm;
import org.xiangpei.demo.DemoCatalogue.Product;

/** Who supplied a purchase and where it was made. Empty text is what the buyer did not state. */
record DemoSupply(String supplier, String firm, String product, String region, String declared) {

    /** Chooses suppliers so that the local share grows from about 28 % to 45 % and the unknown one shrinks. */
    static final class Market {

        private static final Map<String, Double> STRENGTH = Map.of(
                "工程机械", 0.08, "轨道交通", 0.07, "电线电缆", 0.04, "绿色建材", 0.05, "陶瓷", 0.05, "医疗健康", -0.10, "航空航天", -0.05,
                "智能制造", -0.07, "仪器仪表", -0.05, "新能源汽车", -0.03);

        private final DemoCatalogue catalogue;
        private final Dice dice;
        private final List<CSVRecord> suppliers = DemoFiles.read(Path.of("src/test/resources/demo/suppliers.csv"));

        Market(DemoCatalogue catalogue, Dice dice) {
            this.catalogue = catalogue;
            this.dice = dice;
        }

        DemoSupply choose(DemoBuyer buyer, DemoCatalogue.Category category, Product wanted, YearMonth month) {
            double progress = DemoCalendar.progress(month);
            if (dice.chance(0.10 - 0.035 * progress)) {
                return invented("unknown", "");
            }
            double local = 0.31 + 0.16 * progress + STRENGTH.getOrDefault(category.chain(), 0.0);
            if (!dice.chance(local)) {
                return invented("elsewhere", dice.chance(0.12) ? "" + dice.between(5, 30) : "");
            }
            return dice.chance(0.14)
                    ? invented("local", dice.chance(0.3) ? "" + dice.between(40, 90) : "")
                    : listed(buyer, wanted);
        }

        /** The wanted product itself: whoever buys locally found it in the catalogue. */
        private DemoSupply listed(DemoBuyer buyer, Product wanted) {
            Firm firm = wanted.firm();
            String region = dice.of(firm.sites(), site -> near(site, buyer) ? 2 : 1);
            boolean stated = dice.chance(0.85);
            return new DemoSupply(
                    firm.name(),
                    firm.code(),
                    stated ? wanted.code() : "",
                    region,
                    dice.chance(0.9) ? wanted.row().get("declared_local_content_pct") : "");
        }

        private static boolean near(String region, DemoBuyer buyer) {
            return region.startsWith(buyer.city().substring(0, 4));
        }

        private DemoSupply invented(String role, String declared) {
            CSVRecord supplier = dice.of(
                    suppliers.stream().filter(it -> it.get("role").equals(role)).toList());
            return new DemoSupply(supplier.get("name"), "", "", supplier.get("region"), declared);
        }

        /** Products of the buyer's own city are twice as likely. */
        Product wanted(DemoBuyer buyer, DemoCatalogue.Category category) {
            return dice.of(
                    catalogue.productsOf(category.code()),
                    it -> it.firm().sites().stream().anyMatch(site -> near(site, buyer)) ? 2 : 1);
        }
    }
}
