package org.xiangpei.requirement.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.core.MultivaluedMap;

import org.jspecify.annotations.Nullable;

import org.xiangpei.requirement.StatedCriterion;
import org.xiangpei.requirement.StatedLine;

/**
 * What somebody typed into the form of a line and its clauses, as text. A clause on a property stands in the address as {@code <property>.value},
 * {@code .operator}, {@code .max}, {@code .unit} and {@code .want}, so that the match page can be kept as a bookmark.
 */
public record ClauseForm(MultivaluedMap<String, String> parameters) {

    /** How a desired clause of the least weight stands in {@code .want}; a heavier one by its weight, a mandatory one empty. */
    public static final String DESIRED = "desired";

    static final String STANDARD = "standard";
    static final String CERTIFICATE = "certificate";
    static final String DELIVERY = "delivery";
    static final String SUPPLY = "supply";
    static final String PRICE = "price";

    /** The clauses that every category has, in the order of the form. */
    public static final List<String> COMMON = List.of(STANDARD, CERTIFICATE, DELIVERY, SUPPLY, PRICE);

    private static final String REF = "1";

    public String text(String name) {
        String value = parameters.getFirst(name);
        return value == null ? "" : value.strip();
    }

    public List<String> texts(String name) {
        return parameters.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    String want(String clause) {
        return text(clause + ".want");
    }

    private boolean mandatory(String clause) {
        return want(clause).isEmpty();
    }

    private @Nullable String weight(String clause) {
        String want = want(clause);
        return want.isEmpty() || want.equals(DESIRED) ? null : want;
    }

    /** Whether there is anything to look for. */
    public boolean isEmpty() {
        return text("name").isEmpty() && text("category").isEmpty();
    }

    /**
     * The line, with the clause of each criterion by its place.
     *
     * @param kinds how each property of the category is filled in, in the order of the form
     */
    public Stated line(Map<String, String> kinds) {
        var criteria = new ArrayList<StatedCriterion>();
        var clauses = new ArrayList<String>();
        kinds.forEach((property, kind) -> {
            StatedCriterion criterion = onProperty(property, kind);
            if (criterion != null) {
                criteria.add(criterion);
                clauses.add(property);
            }
        });
        common().forEach((criterion, clause) -> {
            criteria.add(criterion);
            clauses.add(clause);
        });
        return new Stated(
                new StatedLine(
                        REF,
                        text("name"),
                        text("description"),
                        text("category"),
                        text("quantity"),
                        text("unit"),
                        text("deliverTo"),
                        text("neededBy"),
                        criteria),
                clauses);
    }

    /** @param clauses the code of the form's clause behind each criterion */
    public record Stated(StatedLine line, List<String> clauses) {}

    private @Nullable StatedCriterion onProperty(String code, String kind) {
        boolean mandatory = mandatory(code);
        if (kind.equals("choices")) {
            List<String> values = texts(code + ".value");
            return values.isEmpty()
                    ? null
                    : new StatedCriterion(code, "one_of", null, null, values, null, mandatory, weight(code));
        }
        String value = text(code + ".value");
        String max = text(code + ".max");
        if (value.isEmpty() && max.isEmpty()) {
            return null;
        }
        String operator = kind.equals("flag") || kind.equals("text") ? "is" : text(code + ".operator");
        String unit = kind.equals("quantity") ? text(code + ".unit") : null;
        String upper = operator.equals("between") ? max : null;
        return new StatedCriterion(code, operator, value, upper, List.of(), unit, mandatory, weight(code));
    }

    private Map<StatedCriterion, String> common() {
        var common = new LinkedHashMap<StatedCriterion, String>();
        for (String standard : text(STANDARD + ".value").split("[、，,；;]")) {
            put(common, STANDARD, "conforms_to", standard.strip(), null);
        }
        for (String certificate : texts(CERTIFICATE + ".value")) {
            put(common, CERTIFICATE, "holds", certificate, null);
        }
        put(common, DELIVERY, "delivers_within", text(DELIVERY + ".value"), null);
        put(common, SUPPLY, "supplies", text(SUPPLY + ".value"), text("unit"));
        put(common, PRICE, "price_at_most", text(PRICE + ".value"), null);
        return common;
    }

    private void put(
            Map<StatedCriterion, String> common, String clause, String operator, String value, @Nullable String unit) {
        if (!value.isEmpty()) {
            common.put(
                    new StatedCriterion(
                            null, operator, value, null, List.of(), unit, mandatory(clause), weight(clause)),
                    clause);
        }
    }
}
