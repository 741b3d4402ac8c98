package org.xiangpei.shared.units;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** What people type for a unit, and the codes it can mean; the words are in {@code units/spellings.txt}. */
final class Spellings {

    private static final Map<String, List<String>> WRITTEN = read();
    private static final Map<String, List<String>> ANY_CASE = inAnyCase();

    private Spellings() {}

    /** One writing for what looks alike: full width, superscripts, the many dots, dashes and slashes. */
    static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .replaceAll("[·⋅•×*∙・]", ".")
                .replaceAll("[∕÷每]", "/")
                .replaceAll("[−–—]", "-")
                .replace("μ", "u")
                .replaceAll("(?i)dB\\(A\\)", "dBA");
    }

    /** The codes that a folded spelling can mean, most usual first; empty when it is not in the list. */
    static List<String> of(String folded) {
        List<String> exact = WRITTEN.get(folded);
        return exact == null ? List.of() : exact;
    }

    /** As {@link #of}, for a word typed in other capitals; empty when that could be two things (mW, MW). */
    static List<String> ofAnyCase(String folded) {
        List<String> found = ANY_CASE.get(folded.toLowerCase(Locale.ROOT));
        return found == null ? List.of() : found;
    }

    static Set<String> all() {
        return WRITTEN.keySet();
    }

    private static Map<String, List<String>> read() {
        var read = new HashMap<String, List<String>>();
        try (var in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Spellings.class.getResourceAsStream("/units/spellings.txt")),
                StandardCharsets.UTF_8))) {
            in.lines()
                    .filter(Predicate.not(line -> line.isBlank() || line.startsWith("#")))
                    .map(line -> line.split(" => "))
                    .forEach(sides -> read.put(fold(sides[0]), List.of(sides[1].split(" \\| "))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(read);
    }

    private static Map<String, List<String>> inAnyCase() {
        var unique = new HashMap<String, List<String>>();
        Symbols.all().forEach(symbol -> addUnlessAmbiguous(unique, symbol, List.of(symbol)));
        WRITTEN.forEach((spelling, codes) -> addUnlessAmbiguous(unique, spelling, codes));
        unique.values().removeIf(List::isEmpty);
        return Map.copyOf(unique);
    }

    private static void addUnlessAmbiguous(Map<String, List<String>> unique, String spelling, List<String> codes) {
        unique.merge(spelling.toLowerCase(Locale.ROOT), codes, (one, other) -> one.equals(other) ? one : List.of());
    }
}
