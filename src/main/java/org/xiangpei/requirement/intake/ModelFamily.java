package org.xiangpei.requirement.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.xiangpei.requirement.CriteriaText;
import org.xiangpei.requirement.Criterion;

/** One line of {@code models.txt}: how a family of trade model numbers carries its specifications. */
record ModelFamily(Set<String> categories, Pattern pattern, List<String> criteria) {

    private static final Pattern FIELD =
            Pattern.compile("\\{(?<name>[a-z]+)(?:\\*(?<factor>[\\d.]+)|\\+(?<more>[a-z]+)|\\?(?<choices>[^}]*))?\\}");

    static List<ModelFamily> all() {
        return Dictionary.lines("models.txt").stream().map(ModelFamily::of).toList();
    }

    private static ModelFamily of(String line) {
        int colon = line.indexOf(": ");
        String[] sides = line.substring(colon + 2).split(" => ", 2);
        return new ModelFamily(
                Set.of(line.substring(0, colon).split(" ")),
                Pattern.compile("(?<![A-Za-z0-9])" + sides[0] + "(?![A-Za-z0-9])"),
                Arrays.stream(sides[1].split(";")).map(String::strip).toList());
    }

    /** What the model that matched asks; parts that it does not have are left out. */
    List<Criterion> criteria(Matcher found, boolean mandatory) {
        var asked = new ArrayList<Criterion>();
        for (String criterion : criteria) {
            String filled = filled(criterion, found);
            if (filled != null) {
                asked.addAll(CriteriaText.read((mandatory ? "" : "?") + filled));
            }
        }
        return asked;
    }

    private static @Nullable String filled(String criterion, Matcher found) {
        Matcher field = FIELD.matcher(criterion);
        if (!field.find()) {
            return criterion;
        }
        String more = field.group("more");
        String value = more == null
                ? value(field, found.group(field.group("name")))
                : sum(found.group(field.group("name")), found.group(more));
        return value == null ? null : criterion.substring(0, field.start()) + value + criterion.substring(field.end());
    }

    /** 4×95+1×50 has five cores. */
    private static @Nullable String sum(@Nullable String one, @Nullable String other) {
        return one == null || other == null
                ? one
                : new BigDecimal(one).add(new BigDecimal(other)).toPlainString();
    }

    private static @Nullable String value(Matcher field, @Nullable String group) {
        String choices = field.group("choices");
        if (choices != null) {
            return choice(choices, group == null ? "" : group);
        }
        if (group == null) {
            return null;
        }
        String factor = field.group("factor");
        return factor == null ? group : Measure.plain(new BigDecimal(group).multiply(new BigDecimal(factor)));
    }

    private static @Nullable String choice(String choices, String group) {
        return Arrays.stream(choices.split("\\|"))
                .map(choice -> choice.split("=", 2))
                .filter(sides -> sides[0].equals(group))
                .map(sides -> sides[1])
                .findFirst()
                .orElse(null);
    }
}
