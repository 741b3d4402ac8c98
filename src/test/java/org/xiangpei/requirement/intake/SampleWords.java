package org.xiangpei.requirement.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

import org.xiangpei.catalog.Better;
import org.xiangpei.catalog.Category;
import org.xiangpei.catalog.EnumValue;
import org.xiangpei.catalog.Property;
import org.xiangpei.catalog.PropertyKind;

/** The words of the sample catalogue, read from its files as they are. */
public final class SampleWords {

    public static final TradeWords ALL = read(Path.of("catalog-data"));

    private SampleWords() {}

    private static TradeWords read(Path folder) {
        return new TradeWords(categories(folder), properties(folder), enumValues(folder));
    }

    private static List<Category> categories(Path folder) {
        return records(folder, "categories").stream()
                .map(row -> new Category(
                        row.get("code"),
                        new Category.Details(
                                row.get("name"), row.get("chain"), null, null, list(row.get("synonyms")), null)))
                .toList();
    }

    private static List<Property> properties(Path folder) {
        var properties = new ArrayList<Property>();
        for (CSVRecord row : records(folder, "properties")) {
            var details = new Property.Details(
                    row.get("name"),
                    list(row.get("aliases")),
                    PropertyKind.valueOf(row.get("kind").toUpperCase(Locale.ROOT)),
                    row.get("unit").isEmpty() ? null : row.get("unit"),
                    Better.valueOf(row.get("better").toUpperCase(Locale.ROOT)),
                    Boolean.parseBoolean(row.get("required")),
                    properties.size() + 1);
            properties.add(new Property(new Property.Key(row.get("category_code"), row.get("property_code")), details));
        }
        return properties;
    }

    private static List<EnumValue> enumValues(Path folder) {
        return records(folder, "enums").stream()
                .map(row -> new EnumValue(
                        new EnumValue.Key(row.get("property_code"), row.get("value")),
                        new EnumValue.Details(row.get("rank").isEmpty() ? null : Integer.valueOf(row.get("rank")))))
                .toList();
    }

    private static List<String> list(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split("\\|"));
    }

    private static List<CSVRecord> records(Path folder, String file) {
        try (var reader = Files.newBufferedReader(folder.resolve(file + ".csv"))) {
            return CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(reader)
                    .getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
