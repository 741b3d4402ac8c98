package org.xiangpei.insight;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.xiangpei.ledger.CityFlow;
import org.xiangpei.shared.City;

/** A {@link CityFlow} as it may be shown. */
public record Flow(City buyerCity, City productionCity, Amount amount) {

    /** What flowed from one city to another; nothing where no flow is of them. */
    public static Amount between(List<Flow> flows, City buyerCity, City productionCity) {
        return flows.stream()
                .filter(it -> it.buyerCity() == buyerCity && it.productionCity() == productionCity)
                .findFirst()
                .map(Flow::amount)
                .orElse(Amount.NONE);
    }

    /** @param reads whether the viewer can read the records, so that none is hidden */
    static List<Flow> shown(List<CityFlow> flows, boolean reads) {
        Set<Integer> hidden = reads ? Set.of() : hidden(flows);
        return IntStream.range(0, flows.size())
                .mapToObj(it -> of(flows.get(it), hidden.contains(it)))
                .toList();
    }

    private static Flow of(CityFlow flow, boolean hidden) {
        return new Flow(flow.buyerCity(), flow.productionCity(), Amount.of(flow.amount(), flow.records(), hidden));
    }

    /** The rate tells what the buyers of each city spent in the three, the map what was made in each: nobody may get one by subtracting. */
    private static Set<Integer> hidden(List<CityFlow> flows) {
        Set<Integer> hidden = new TreeSet<>();
        int before;
        do {
            before = hidden.size();
            for (City city : City.values()) {
                hidden.addAll(among(flows, it -> it.buyerCity() == city, hidden));
                hidden.addAll(among(flows, it -> it.productionCity() == city, hidden));
            }
        } while (hidden.size() > before);
        return hidden;
    }

    private static Set<Integer> among(List<CityFlow> flows, Predicate<CityFlow> parts, Set<Integer> hidden) {
        return FewRecords.hidden(
                flows.stream().map(it -> parts.test(it) ? it.records() : 0L).toList(), hidden);
    }
}
