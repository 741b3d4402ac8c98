package org.xiangpei.catalog.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.xiangpei.shared.tabular.SentFiles;

/** Small uploads of the catalogue: rows under the header of the table that ships with the service. */
public final class CatalogFiles {

    private static final Path SAMPLE = Path.of("catalog-data");

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private CatalogFiles() {}

    public static CatalogFiles upload() {
        return new CatalogFiles();
    }

    /** A table with its usual header and these rows. */
    public CatalogFiles with(String table, String... rows) {
        return withText(table, header(table) + "\n" + String.join("\n", rows) + "\n");
    }

    public CatalogFiles withText(String table, String text) {
        files.put(table + ".csv", text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public byte[] zip() {
        return SentFiles.zip(files);
    }

    /** The whole sample as one zip. */
    public static byte[] sample() {
        var upload = new CatalogFiles();
        try (var listed = Files.list(SAMPLE)) {
            for (Path file : listed.filter(Files::isRegularFile).sorted().toList()) {
                upload.files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return upload.zip();
    }

    /** The rows of a sample table that begin so. */
    public static String[] rows(String table, String beginning) {
        return lines(table).stream()
                .skip(1)
                .filter(line -> line.startsWith(beginning))
                .toArray(String[]::new);
    }

    /** The one row of a sample table that begins so, with something in it replaced. */
    public static String amended(String table, String beginning, String from, String to) {
        String row = Arrays.stream(rows(table, beginning)).findFirst().orElseThrow();
        if (!row.contains(from)) {
            throw new IllegalArgumentException(row + " has no " + from);
        }
        return row.replace(from, to);
    }

    private static String header(String table) {
        return lines(table).getFirst();
    }

    /** The lines of a sample table, the header first. */
    public static List<String> lines(String table) {
        try {
            return Files.readAllLines(SAMPLE.resolve(table + ".csv"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
