package org.xiangpei.search.lucene;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import org.xiangpei.search.CatalogSearch;

/** Words that ask for nothing. */
final class NoiseWords {

    static final List<String> ALL = read();

    private NoiseWords() {}

    private static List<String> read() {
        try (InputStream file = CatalogSearch.class.getResourceAsStream("noise-words.txt");
                var lines = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(Folding::fold)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
