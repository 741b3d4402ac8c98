package org.xiangpei.requirement.intake;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** Reads one row of a bill of materials by the grammar of texts (ADR 0100, 0102), once it is known what its cells hold. */
public final class RowReader {

    private static final List<ModelFamily> FAMILIES = ModelFamily.all();

    /** A model that has less in it than this could be of anything: 108×6, DN100. */
    private static final Pattern TELLING_MODEL = Pattern.compile("(?=(?:[^A-Za-z]*[A-Za-z]){2}).{7,}");

    /** Something, and behind a gap what has a number in it. */
    private static final Pattern DESCRIBED = Pattern.compile("(?<thing>[^\\s,，;；]+)[\\s,，;；]+(?=.*\\d).+");

    private static final Pattern COUNTED = Pattern.compile(
            "(?:约|大约|共|共计|合计)?\\s*(?<n>" + Numerals.DIGITS + ")\\s*(?<tenThousands>万)?(?<unit>[^\\d\\s.,*/×+-]{0,6})");

    /**
     * What a row says, cell by cell.
     *
     * @param name what it calls the thing
     * @param kinds cells that say of what kind it is
     * @param clauses cells that may ask for something: model, parameters, delivery
     */
    public record Cells(String name, List<String> kinds, List<String> clauses) {

        /** What the offsets of what was read lead into: name and clauses, each on lines of its own. */
        public String text() {
            return clauses.isEmpty() ? name : name + "\n" + String.join("\n", clauses);
        }

        /** The index of the clause that an offset leads into; -1 for the name. */
        public int clauseAt(int offset) {
            int end = name.length();
            int index = -1;
            while (offset > end && index + 1 < clauses.size()) {
                index++;
                end += 1 + clauses.get(index).length();
            }
            return index;
        }
    }

    /** How many, in what. */
    public record Counted(BigDecimal number, String unit) {}

    private RowReader() {}

    /** @param chosen category that somebody has said it is; null to recognise it */
    public static ReadLine read(Cells cells, @Nullable String chosen, TradeWords words) {
        var written = new Written(cells.text());
        var name = new Span(0, cells.name().length());
        Optional<String> called = calledFirst(cells.name(), words);
        String category = chosen == null ? category(cells, written, called, words) : chosen;
        var item = new Item(called.orElse(cells.name().strip()), new Span(0, written.length()), category, true);
        if (category != null) {
            item.addClauses(name);
        }
        int start = name.end() + 1;
        for (String clause : cells.clauses()) {
            item.addClauses(new Span(start, start + clause.length()));
            start += clause.length() + 1;
        }
        return new Outcome(written, words, List.of(item), List.of(), List.of(), List.of())
                .read()
                .lines()
                .getFirst();
    }

    /** The thing at the beginning of a cell that goes on with what is asked of it: 液压缸 缸径160mm, as systems of planning write it. */
    private static Optional<String> calledFirst(String name, TradeWords words) {
        Matcher described = DESCRIBED.matcher(name.strip());
        return described.matches() && words.categoryOf(name).isEmpty()
                ? Optional.of(described.group("thing"))
                        .filter(it -> words.categoryOf(it).isPresent())
                : Optional.empty();
    }

    private static @Nullable String category(Cells cells, Written written, Optional<String> called, TradeWords words) {
        return words.category(written.upper(), 0, cells.name().length())
                .map(TradeWords.Named::code)
                .or(() -> called.flatMap(words::categoryOf))
                .or(() -> cells.kinds().stream()
                        .flatMap(kind -> words.categoryOf(kind).stream())
                        .findFirst())
                .or(() -> byModel(written))
                .orElse(null);
    }

    /** A model number of a family that only one category has. */
    private static Optional<String> byModel(Written written) {
        Set<String> found = FAMILIES.stream()
                .filter(family -> family.categories().size() == 1)
                .filter(family -> isTelling(family.pattern().matcher(written.text())))
                .flatMap(family -> family.categories().stream())
                .collect(Collectors.toSet());
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }

    private static boolean isTelling(Matcher found) {
        while (found.find()) {
            if (TELLING_MODEL.matcher(found.group()).matches()) {
                return true;
            }
        }
        return false;
    }

    /**
     * What a cell of quantities says: 12, 12台, 1,200 米, 1.2万吨, 6台×2. Empty for anything else.
     *
     * @param unit what the column of units says; where the cell has a unit itself, that one counts
     */
    public static Optional<Counted> count(String quantity, String unit) {
        String text = new Written(quantity).text().strip();
        Optional<Amounts.Amount> amount =
                Amounts.at(text, 0, text.length()).filter(it -> it.span().end() == text.length());
        if (amount.isPresent()) {
            return amount.map(it -> new Counted(it.number(), it.unit()));
        }
        Matcher plain = COUNTED.matcher(text);
        if (!plain.matches()) {
            return Optional.empty();
        }
        BigDecimal written = Numerals.read(plain.group("n"));
        BigDecimal number = plain.group("tenThousands") == null ? written : written.movePointRight(4);
        String own = plain.group("unit");
        return number.signum() == 0 ? Optional.empty() : Optional.of(new Counted(number, own.isEmpty() ? unit : own));
    }
}
