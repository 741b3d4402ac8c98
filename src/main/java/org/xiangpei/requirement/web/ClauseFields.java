package org.xiangpei.requirement.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Better;
import org.xiangpei.catalog.EnumValue;
import org.xiangpei.catalog.EnumValues;
import org.xiangpei.catalog.Properties;
import org.xiangpei.catalog.Property;
import org.xiangpei.catalog.PropertyKind;
import org.xiangpei.requirement.Criterion;
import org.xiangpei.requirement.Operator;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.units.Units;
import org.xiangpei.shared.web.Option;

import static java.util.stream.Collectors.groupingBy;

/** The clauses that the form of a requirement offers: the category's properties, then standards, certificates and terms of supply. */
@ApplicationScoped
public class ClauseFields {

    private static final List<Operator> ON_QUANTITIES =
            List.of(Operator.AT_LEAST, Operator.AT_MOST, Operator.BETWEEN, Operator.EQUALS);
    private static final List<Operator> ON_RANKED = List.of(Operator.AT_LEAST, Operator.AT_MOST, Operator.EQUALS);

    private final Properties properties;
    private final EnumValues enumValues;
    private final EntityManager entities;

    ClauseFields(Properties properties, EnumValues enumValues, EntityManager entities) {
        this.properties = properties;
        this.enumValues = enumValues;
        this.entities = entities;
    }

    /** @param problems what is wrong, by clause */
    @Transactional
    public List<ClauseField> of(ClauseForm form, Map<String, String> problems) {
        var fields = new ArrayList<ClauseField>();
        List<Property> ofCategory = properties.ofCategory(form.text("category"));
        Map<String, List<EnumValue>> options = options(ofCategory);
        for (Property property : ofCategory) {
            String code = property.key().propertyCode();
            fields.add(onProperty(property, options.getOrDefault(code, List.of()), form, problems.get(code)));
        }
        ClauseForm.COMMON.forEach(clause -> fields.add(common(clause, form, problems.get(clause))));
        return fields;
    }

    /** How each property of the chosen category is filled in, in the order of the form. */
    public Map<String, String> kinds(ClauseForm form) {
        var kinds = new LinkedHashMap<String, String>();
        of(form, Map.of()).stream()
                .filter(field -> !ClauseForm.COMMON.contains(field.code()))
                .forEach(field -> kinds.put(field.code(), field.kind()));
        return kinds;
    }

    private Map<String, List<EnumValue>> options(List<Property> ofCategory) {
        List<String> codes =
                ofCategory.stream().map(it -> it.key().propertyCode()).toList();
        return enumValues.stream("key.propertyCode in ?1 order by details.rank nulls last, key.value", codes)
                .collect(groupingBy(it -> it.key().propertyCode()));
    }

    private static ClauseField onProperty(
            Property property, List<EnumValue> options, ClauseForm form, @Nullable String problem) {
        String code = property.key().propertyCode();
        Property.Details details = property.details();
        String kind = kind(details.kind(), options);
        String unit = details.unit();
        List<String> units = unit == null ? List.of() : units(unit, form.text(code + ".unit"));
        return new ClauseField(
                code,
                details.name(),
                kind,
                details.better() == Better.NONE ? "" : Labels.of(details.better()),
                "",
                operators(kind, details.better(), form.text(code + ".operator")),
                kind.equals("choices") ? "" : form.text(code + ".value"),
                form.text(code + ".max"),
                choices(options, form.texts(code + ".value")),
                units.size() < 2 ? List.of() : unitChoices(units, form.text(code + ".unit")),
                units.size() == 1 ? Units.display(units.getFirst()) : "",
                wants(form, code),
                problem);
    }

    /** What was written in another unit that means the same stays in it. */
    private static List<String> units(String canonical, String chosen) {
        List<String> usual = UnitChoices.of(canonical);
        return chosen.isEmpty() || usual.contains(chosen) || !Units.compatible(chosen, canonical)
                ? usual
                : Stream.concat(usual.stream(), Stream.of(chosen)).toList();
    }

    private static List<Option> wants(ClauseForm form, String clause) {
        String chosen = form.want(clause);
        var wants = new ArrayList<Option>();
        wants.add(new Option("", "必须", chosen.isEmpty()));
        wants.add(new Option(ClauseForm.DESIRED, "期望", chosen.equals(ClauseForm.DESIRED)));
        for (int weight = Criterion.LEAST_WEIGHT + 1; weight <= Criterion.MOST_WEIGHT; weight++) {
            String value = String.valueOf(weight);
            wants.add(new Option(value, "期望 ×" + value, chosen.equals(value)));
        }
        return wants;
    }

    private static String kind(PropertyKind kind, List<EnumValue> options) {
        boolean ranked = !options.isEmpty()
                && options.stream().allMatch(option -> option.details().rank() != null);
        return switch (kind) {
            case QUANTITY -> "quantity";
            case FLAG -> "flag";
            case TEXT -> "text";
            case ENUM -> ranked ? "ranked" : "choices";
        };
    }

    /** The direction in which the property is good comes first: who asks for a load asks for at least so much. */
    private static List<Option> operators(String kind, Better better, String chosen) {
        List<Operator> offered =
                switch (kind) {
                    case "quantity" -> ON_QUANTITIES;
                    case "ranked" -> ON_RANKED;
                    default -> List.of();
                };
        Operator usual =
                switch (better) {
                    case LOWER -> Operator.AT_MOST;
                    case HIGHER -> Operator.AT_LEAST;
                    case WIDER -> kind.equals("quantity") ? Operator.BETWEEN : Operator.AT_LEAST;
                    case NONE -> Operator.EQUALS;
                };
        String selected = chosen.isEmpty() ? usual.code() : chosen;
        return offered.stream()
                .map(it -> new Option(it.code(), Labels.of(it), it.code().equals(selected)))
                .toList();
    }

    private static List<Option> choices(List<EnumValue> options, List<String> chosen) {
        return options.stream()
                .map(option -> option.key().value())
                .map(value -> new Option(value, value, chosen.contains(value)))
                .toList();
    }

    private static List<Option> unitChoices(List<String> units, String chosen) {
        return units.stream()
                .map(unit -> new Option(unit, Units.display(unit), unit.equals(chosen)))
                .toList();
    }

    private ClauseField common(String clause, ClauseForm form, @Nullable String problem) {
        return switch (clause) {
            case ClauseForm.STANDARD ->
                plain(form, clause, "符合标准", "text", "多个标准用顿号隔开，如 GB/T 7588、GB/T 10058", "", problem);
            case ClauseForm.CERTIFICATE ->
                new ClauseField(
                        clause,
                        "持有证书",
                        "choices",
                        "",
                        "",
                        List.of(),
                        "",
                        "",
                        certificateTypes(form),
                        List.of(),
                        "",
                        wants(form, clause),
                        problem);
            case ClauseForm.DELIVERY -> plain(form, clause, "交货期不超过", "number", "", "天", problem);
            case ClauseForm.SUPPLY -> plain(form, clause, "月供应不少于", "number", "", "按需求单位/月", problem);
            case ClauseForm.PRICE -> plain(form, clause, "单价不超过", "number", "", "元", problem);
            default -> throw new IllegalArgumentException(clause);
        };
    }

    private static ClauseField plain(
            ClauseForm form,
            String clause,
            String label,
            String kind,
            String hint,
            String unit,
            @Nullable String problem) {
        return new ClauseField(
                clause,
                label,
                kind,
                "",
                hint,
                List.of(),
                form.text(clause + ".value"),
                "",
                List.of(),
                List.of(),
                unit,
                wants(form, clause),
                problem);
    }

    private List<Option> certificateTypes(ClauseForm form) {
        List<String> chosen = form.texts(ClauseForm.CERTIFICATE + ".value");
        List<String> known = entities.createQuery(
                        "select distinct key.type from Certificate order by key.type", String.class)
                .getResultList();
        return Stream.concat(known.stream(), chosen.stream())
                .distinct()
                .map(type -> new Option(type, type, chosen.contains(type)))
                .toList();
    }
}
