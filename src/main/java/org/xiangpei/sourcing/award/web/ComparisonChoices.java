package org.xiangpei.sourcing.award.web;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.ws.rs.core.MultivaluedMap;

import org.xiangpei.shared.web.Choices;

/**
 * What the address of the comparison says.
 *
 * @param columns that are shown
 * @param suppliers ids of the quotations that are shown; none for all
 * @param picks quotation by line
 * @param picked whether the address says what is picked, be it nothing
 */
record ComparisonChoices(
        OfferOrder order,
        Set<ComparisonColumn> columns,
        Set<Long> suppliers,
        Map<Integer, Long> picks,
        boolean picked) {

    private static final Pattern PICK = Pattern.compile("pick\\.(?<line>\\d{1,5})");
    private static final Pattern ID = Pattern.compile("\\d{1,18}");

    /** @throws org.xiangpei.shared.RuleViolation {@code bad-request} for an order or column that does not exist */
    static ComparisonChoices of(MultivaluedMap<String, String> address) {
        return new ComparisonChoices(
                order(address),
                columns(address.getOrDefault("column", List.of())),
                ids(address.getOrDefault("supplier", List.of())),
                picks(address),
                address.containsKey("picked"));
    }

    private static OfferOrder order(MultivaluedMap<String, String> address) {
        return Choices.choice(OfferOrder.class, "order", address.getFirst("order"))
                .or(() -> Choices.choice(OfferOrder.class, "sort", address.getFirst("sort")))
                .orElse(OfferOrder.RANK);
    }

    private static Set<ComparisonColumn> columns(List<String> given) {
        var columns = EnumSet.noneOf(ComparisonColumn.class);
        given.forEach(it -> Choices.choice(ComparisonColumn.class, "column", it).ifPresent(columns::add));
        return columns.isEmpty() ? EnumSet.allOf(ComparisonColumn.class) : columns;
    }

    private static Set<Long> ids(List<String> given) {
        var ids = new LinkedHashSet<Long>();
        given.stream().filter(it -> ID.matcher(it).matches()).map(Long::valueOf).forEach(ids::add);
        return ids;
    }

    /** What is no pick is left out: it changes nothing. */
    static Map<Integer, Long> picks(MultivaluedMap<String, String> address) {
        var picks = new HashMap<Integer, Long>();
        address.forEach((name, values) -> {
            Matcher pick = PICK.matcher(name);
            if (pick.matches() && ID.matcher(values.getLast()).matches()) {
                picks.put(Integer.valueOf(pick.group("line")), Long.valueOf(values.getLast()));
            }
        });
        return picks;
    }

    boolean shows(long quotation) {
        return suppliers.isEmpty() || suppliers.contains(quotation);
    }
}
