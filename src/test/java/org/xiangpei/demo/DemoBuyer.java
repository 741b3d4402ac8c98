package org.xiangpei.demo;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** An invented buyer of the three cities, and the chains it buys from, the first most. */
record DemoBuyer(String code, String name, String kind, String city, double weight, List<String> chains) {

    static List<DemoBuyer> all() {
        return DemoFiles.read(Path.of("src/test/resources/demo/buyers.csv")).stream()
                .map(it -> new DemoBuyer(
                        it.get("code"),
                        it.get("name"),
                        it.get("kind"),
                        it.get("city"),
                        Double.parseDouble(it.get("weight")),
                        Arrays.asList(it.get("chains").split("\\|"))))
                .toList();
    }

    boolean isPublic() {
        return kind.equals("public_body");
    }

    DemoCatalogue.Category need(DemoCatalogue catalogue, Dice dice) {
        String chain = dice.of(chains, it -> 1.0 / (1 + chains.indexOf(it)));
        return dice.of(catalogue.categoriesOf(chain));
    }
}
