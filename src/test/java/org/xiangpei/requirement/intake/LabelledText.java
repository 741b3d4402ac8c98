package org.xiangpei.requirement.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A text with the lines that a person reads in it. Our own are all tuned on, also the twenty that were once held back. Those of strangers are
 * of somebody who knew neither the grammar nor our texts: the odd ones were tuned on once they had been measured, the even ones were never looked at.
 */
record LabelledText(String name, String text, List<Line> lines) {

    private static final Path OWN = Path.of("src/test/resources/intake/texts");
    private static final Path OF_STRANGERS = Path.of("src/test/resources/intake/strangers");

    /** @param criteria as {@link Asked} has them */
    record Line(
            String name,
            @Nullable BigDecimal quantity,
            String unit,
            @Nullable String category,
            Set<String> criteria) {}

    static List<LabelledText> own() {
        return read(OWN);
    }

    static List<LabelledText> ofStrangers(boolean odd) {
        return read(OF_STRANGERS).stream()
                .filter(it -> Integer.parseInt(it.name().substring(0, 3)) % 2 == (odd ? 1 : 0))
                .toList();
    }

    private static List<LabelledText> read(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(it -> it.toString().endsWith(".txt"))
                    .sorted()
                    .map(LabelledText::ofFile)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LabelledText ofFile(Path file) {
        try {
            String[] parts = Files.readString(file).split("----\n", 2);
            return new LabelledText(
                    file.getFileName().toString(),
                    parts[0],
                    Arrays.stream(parts[1].split("\n"))
                            .filter(line -> !line.isBlank())
                            .map(LabelledText::line)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Line line(String written) {
        String[] cells = Arrays.stream((written + " ").split(" \\|", 4))
                .map(String::strip)
                .toArray(String[]::new);
        String[] amount = cells[1].split(" ", 2);
        String category = cells[2].isEmpty() || cells[2].equals("-") ? null : cells[2];
        return new Line(
                cells[0],
                amount[0].isEmpty() ? null : new BigDecimal(amount[0]),
                amount.length > 1 ? StrangersWords.ours(amount[1]) : "",
                category,
                Asked.of(category, StrangersWords.ours(category, cells[3])));
    }
}
