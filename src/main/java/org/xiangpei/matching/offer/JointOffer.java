package org.xiangpei.matching.offer;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import static java.util.stream.Collectors.toCollection;

/**
 * The fewest firms that can supply all lines that anybody can supply (联合体).
 *
 * @param shares the firms with their lines, by firm; a line that several of them could supply goes to the one whose product fits best
 * @param atLeast fewer firms cannot do it
 * @param alone firms that could supply all of these lines alone, by code
 * @param uncovered lines that nobody can supply, by number
 */
public record JointOffer(List<Share> shares, int atLeast, List<String> alone, List<Integer> uncovered) {

    /** So much search takes a second or two; the bills of the sample need a few hundred steps. */
    private static final int MOST_STEPS = 200_000;

    /** @param items in the order of the lines */
    public record Share(String firmCode, String firmName, List<Item> items) {}

    public record Item(int line, Supplies.Product product) {}

    public JointOffer {
        shares = List.copyOf(shares);
        alone = List.copyOf(alone);
        uncovered = List.copyOf(uncovered);
    }

    /** Whether it is proven that fewer firms cannot do it. */
    public boolean isProven() {
        return shares.size() == atLeast;
    }

    /** How many lines are supplied. */
    public int covered() {
        return shares.stream().mapToInt(share -> share.items().size()).sum();
    }

    /** The same lines always have the same answer. */
    public static JointOffer of(Collection<Supplies> lines) {
        return of(lines, MOST_STEPS);
    }

    static JointOffer of(Collection<Supplies> lines, int mostSteps) {
        List<Supplies> coverable =
                lines.stream().filter(line -> !line.products().isEmpty()).toList();
        Map<String, BitSet> byFirm = byFirm(coverable);
        List<String> firms = List.copyOf(byFirm.keySet());
        SetCover.Cover cover = SetCover.find(List.copyOf(byFirm.values()), coverable.size(), mostSteps);
        List<String> chosen = cover.chosen().stream().map(firms::get).toList();
        return new JointOffer(
                shares(coverable, chosen),
                cover.atLeast(),
                firms.stream()
                        .filter(firm -> !coverable.isEmpty()
                                && byFirm.getOrDefault(firm, new BitSet()).cardinality() == coverable.size())
                        .toList(),
                lines.stream()
                        .filter(line -> line.products().isEmpty())
                        .map(Supplies::line)
                        .sorted()
                        .toList());
    }

    private static Map<String, BitSet> byFirm(List<Supplies> lines) {
        var byFirm = new TreeMap<String, BitSet>();
        for (int place = 0; place < lines.size(); place++) {
            for (Supplies.Product product : lines.get(place).products()) {
                byFirm.computeIfAbsent(product.firmCode(), firm -> new BitSet()).set(place);
            }
        }
        return byFirm;
    }

    private static List<Share> shares(List<Supplies> lines, List<String> chosen) {
        var items = new TreeMap<String, List<Item>>();
        var names = new TreeMap<String, String>();
        for (Supplies line : lines) {
            line.products().stream()
                    .filter(product -> chosen.contains(product.firmCode()))
                    .findFirst()
                    .ifPresent(product -> {
                        names.put(product.firmCode(), product.firmName());
                        items.computeIfAbsent(product.firmCode(), firm -> new ArrayList<>())
                                .add(new Item(line.line(), product));
                    });
        }
        return items.entrySet().stream()
                .map(it -> new Share(
                        it.getKey(), names.getOrDefault(it.getKey(), it.getKey()), List.copyOf(it.getValue())))
                .collect(toCollection(ArrayList::new));
    }
}
