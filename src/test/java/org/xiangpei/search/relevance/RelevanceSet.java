package org.xiangpei.search.relevance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The two thirds of the judged queries that whoever tunes the search looks at, and the third that he does not. */
public enum RelevanceSet {
    TUNING("tuning"),
    HELD_BACK("held-back");

    private final String file;

    RelevanceSet(String file) {
        this.file = file;
    }

    public String label() {
        return file;
    }

    public List<JudgedQuery> read() {
        String name = "/relevance/" + file + ".csv";
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(RelevanceSet.class.getResourceAsStream(name)), StandardCharsets.UTF_8))) {
            return CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get().parse(reader).stream()
                    .map(RelevanceSet::query)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JudgedQuery query(CSVRecord row) {
        return new JudgedQuery(
                QueryKind.of(row.get("kind")), row.get("query"), codes(row.get("asked_for")), codes(row.get("close")));
    }

    private static Set<String> codes(String cell) {
        return cell.isEmpty() ? Set.of() : new LinkedHashSet<>(Arrays.asList(cell.split("\\|")));
    }
}
