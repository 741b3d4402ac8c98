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

/** A text with the lines that a person reads in it; those from 80 on are held back from tuning: nothing was changed for what they showed. */
record LabelledText(String name, String text, List<Line> lines) {

    private static final Path FOLDER = Path.of("src/test/resources/intake/texts");

    private static final int FIRST_HELD_BACK = 80;

    /** @param criteria as {@link Asked} has them */
    record Line(
            String name,
            @Nullable BigDecimal quantity,
            String unit,
            @Nullable String category,
            Set<String> criteria) {}

    static List<LabelledText> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().map(LabelledText::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isHeldBack() {
        return Integer.parseInt(name.substring(0, 2)) >= FIRST_HELD_BACK;
    }

    private static LabelledText read(Path file) {
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
        String category = cells[2].isEmpty() ? null : cells[2];
        return new Line(
                cells[0],
                amount[0].isEmpty() ? null : new BigDecimal(amount[0]),
                amount.length > 1 ? amount[1] : "",
                category,
                Asked.of(category, cells[3]));
    }
}
