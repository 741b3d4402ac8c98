package org.xiangpei.requirement.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The files under {@code /intake}: one entry a line, {@code #} begins a remark. */
public final class Dictionary {

    private Dictionary() {}

    public static List<String> lines(String file) {
        try (var in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Dictionary.class.getResourceAsStream("/intake/" + file), file),
                StandardCharsets.UTF_8))) {
            return in.lines()
                    .map(String::strip)
                    .filter(Predicate.not(line -> line.isEmpty() || line.startsWith("#")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code code => word | word}. */
    public static Map<String, List<String>> words(String file) {
        return lines(file).stream()
                .map(line -> line.split(" => ", 2))
                .collect(Collectors.toMap(sides -> sides[0], sides -> List.of(sides[1].split(" \\| "))));
    }

    /** All lines as the alternatives of a regular expression, the longest first. */
    static String alternatives(String file) {
        return lines(file).stream()
                .sorted((one, other) -> other.length() - one.length())
                .collect(Collectors.joining("|"));
    }
}
