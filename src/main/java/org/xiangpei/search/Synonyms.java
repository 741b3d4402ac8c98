package org.xiangpei.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jboss.logging.Logger;

import org.xiangpei.shared.CannotStart;

/**
 * Words that find one another, read from a file in the format of Solr: {@code a,b,c} are interchangeable, {@code a => b,c} works one
 * way. Lines that begin with {@code #} are comments.
 *
 * @param alternatives other words by word, as they are written in the file
 */
public record Synonyms(Map<String, Set<String>> alternatives) {

    private static final Logger LOG = Logger.getLogger(Synonyms.class);

    public static final Synonyms NONE = new Synonyms(Map.of());

    /**
     * Those of a catalogue's folder, which may have none.
     *
     * @throws CannotStart for a file that cannot be read
     */
    public static Synonyms ofCatalogue(Path folder) {
        Path file = folder.resolve("synonyms.txt");
        if (!Files.exists(file)) {
            LOG.warnf("No synonyms: %s does not exist", file.toAbsolutePath());
            return NONE;
        }
        try {
            return read(file);
        } catch (IOException e) {
            throw new CannotStart(
                    "同义词文件 %s 不能读取（%s）。它应是 UTF-8 编码的文本 / synonyms cannot be read: UTF-8 text is needed"
                            .formatted(file.toAbsolutePath(), e),
                    e);
        }
    }

    /** @throws IOException also for a file that is not UTF-8 */
    public static Synonyms read(Path file) throws IOException {
        return of(Files.readAllLines(file));
    }

    public static Synonyms of(List<String> lines) {
        var alternatives = new LinkedHashMap<String, Set<String>>();
        for (String line : lines) {
            if (line.isBlank() || line.strip().startsWith("#")) {
                continue;
            }
            String[] sides = line.split("=>", 2);
            List<String> right = words(sides[sides.length - 1]);
            for (String word : words(sides[0])) {
                Set<String> others = alternatives.computeIfAbsent(word, w -> new LinkedHashSet<>());
                others.addAll(right);
                others.remove(word);
            }
            // The right side of a one-way line is a word of the trade as well, only without alternatives.
            right.forEach(word -> alternatives.computeIfAbsent(word, w -> new LinkedHashSet<>()));
        }
        return new Synonyms(alternatives);
    }

    private static List<String> words(String side) {
        return Arrays.stream(side.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
