package org.xiangpei.search.lucene;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.xiangpei.search.AskedSpecification;
import org.xiangpei.search.Fit;
import org.xiangpei.search.SearchResult.SpecificationFit;
import org.xiangpei.search.SpecificationJudge;
import org.xiangpei.search.StatedSpecification;
import org.xiangpei.search.lucene.ProductIndex.Ranked;

/**
 * What a question asks of the properties of the products that were found, and how these fit. A part such as 45kW means another
 * property in each category, so it is read for each one.
 */
final class AskedSpecifications {

    /** So many of the best hits are judged; those after them stay where they are. */
    static final int JUDGED = 200;

    private static final int OTHER_CATEGORY = 1_000;

    /** A part of the question with what it means by category, that of the category that is meant first. */
    record Asked(Quantity quantity, Map<String, AskedSpecification> byCategory) {

        AskedSpecification first() {
            return byCategory.values().iterator().next();
        }
    }

    private final ProductIndex index;
    private final SpecificationJudge judge;
    private final List<Asked> asked;
    private final Set<String> categories;

    private AskedSpecifications(
            ProductIndex index, SpecificationJudge judge, List<Asked> asked, Set<String> categories) {
        this.index = index;
        this.judge = judge;
        this.asked = asked;
        this.categories = categories;
    }

    /**
     * @param found the products in whose categories the parts are read, the best first
     * @param named the categories that the question names; where none of them is found, that of the best product is meant
     */
    static AskedSpecifications of(
            List<Quantity> quantities,
            List<Ranked> found,
            Set<String> named,
            ProductIndex index,
            SpecificationJudge judge) {
        if (quantities.isEmpty() || found.isEmpty()) {
            return new AskedSpecifications(index, judge, List.of(), Set.of());
        }
        List<String> all = found.stream()
                .map(hit -> index.category(hit.product()))
                .distinct()
                .toList();
        Set<String> meant = all.stream().filter(named::contains).collect(Collectors.toSet());
        Set<String> categories = meant.isEmpty() ? Set.of(all.getFirst()) : meant;
        return new AskedSpecifications(index, judge, read(quantities, meantFirst(all, categories), index), categories);
    }

    private static Stream<String> meantFirst(List<String> all, Set<String> meant) {
        return Stream.concat(
                all.stream().filter(meant::contains), all.stream().filter(category -> !meant.contains(category)));
    }

    private static List<Asked> read(List<Quantity> quantities, Stream<String> categories, ProductIndex index) {
        var asked = new HashMap<Quantity, Map<String, AskedSpecification>>();
        categories.forEach(category -> new SpecificationReader(index.properties(category))
                .read(quantities)
                .forEach((quantity, specification) -> asked.computeIfAbsent(quantity, it -> new LinkedHashMap<>())
                        .put(category, specification)));
        return quantities.stream()
                .filter(asked::containsKey)
                .map(quantity -> new Asked(quantity, asked.getOrDefault(quantity, Map.of())))
                .toList();
    }

    List<Asked> all() {
        return asked;
    }

    String text(AskedSpecification one) {
        return judge.text(one);
    }

    /** Those that fit better first, otherwise in the order they come in. */
    List<Ranked> ranked(List<Ranked> found) throws IOException {
        if (asked.isEmpty()) {
            return found;
        }
        var misfits = new LinkedHashMap<Ranked, Integer>();
        for (Ranked hit : found) {
            misfits.put(hit, misfits.size() < JUDGED ? misfit(hit.product()) : Integer.MAX_VALUE);
        }
        return misfits.entrySet().stream()
                .sorted(Comparator.comparingInt(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** How a product fits each part that can be asked of it. */
    List<SpecificationFit> fits(int document) throws IOException {
        Map<String, StatedSpecification> stated = asked.isEmpty() ? Map.of() : index.specifications(document);
        return meant(document).stream()
                .map(meant -> {
                    StatedSpecification own = stated.get(meant.property().code());
                    return new SpecificationFit(
                            meant.property().code(),
                            meant.property().name(),
                            judge.text(meant, own),
                            judge.judge(meant, own));
                })
                .toList();
    }

    private List<AskedSpecification> meant(int document) {
        String category = index.category(document);
        return asked.stream()
                .map(part -> part.byCategory().get(category))
                .filter(Objects::nonNull)
                .toList();
    }

    /**
     * One part that fails weighs more than one that is only not stated; a part that a category knows nothing of is not stated. Who asks
     * for a motor of 45 kW has no use for a converter of 45 kW: another category comes after the one that is meant.
     */
    private int misfit(int document) throws IOException {
        Map<String, StatedSpecification> stated = index.specifications(document);
        List<AskedSpecification> meant = meant(document);
        int known = meant.stream()
                .mapToInt(part ->
                        misfit(judge.judge(part, stated.get(part.property().code()))))
                .sum();
        int unknown = (asked.size() - meant.size()) * misfit(Fit.UNKNOWN);
        return known + unknown + (categories.contains(index.category(document)) ? 0 : OTHER_CATEGORY);
    }

    private static int misfit(Fit fit) {
        return switch (fit) {
            case EXACT -> 0;
            case MEETS -> 1;
            case UNKNOWN -> 3;
            case FAILS -> 5;
        };
    }
}
