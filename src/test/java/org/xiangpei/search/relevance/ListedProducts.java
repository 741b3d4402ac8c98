package org.xiangpei.search.relevance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The products of the catalogue that are listed on the day of the evaluation: their names and categories by code. */
public record ListedProducts(Map<String, String> names, Map<String, String> categories) {

    public static ListedProducts read() throws IOException {
        try (var reader = Files.newBufferedReader(Path.of("catalog-data/products.csv"))) {
            List<CSVRecord> rows =
                    CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get().parse(reader).stream()
                            .filter(ListedProducts::listed)
                            .toList();
            return new ListedProducts(column(rows, "name"), column(rows, "category_code"));
        }
    }

    private static boolean listed(CSVRecord row) {
        String until = row.get("valid_until");
        return until.isEmpty() || !LocalDate.parse(until).isBefore(Evaluation.DAY);
    }

    private static Map<String, String> column(List<CSVRecord> rows, String name) {
        return rows.stream().collect(Collectors.toMap(row -> row.get("code"), row -> row.get(name)));
    }
}
