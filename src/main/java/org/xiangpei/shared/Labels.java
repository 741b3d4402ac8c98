package org.xiangpei.shared;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/** The Chinese labels of codes, all in {@code labels.properties}: one place to read and to change them. */
public final class Labels {

    private static final Properties LABELS = load();

    private Labels() {}

    /** @throws IllegalArgumentException for a code without a label, which is a defect of ours */
    public static String of(String group, String code) {
        return find(group, code)
                .orElseThrow(() ->
                        new IllegalArgumentException("No label for " + group + "." + code + " in labels.properties"));
    }

    public static Optional<String> find(String group, String code) {
        return Optional.ofNullable(LABELS.getProperty(group + "." + code));
    }

    /** The label of an enum constant: {@code Provenance.ILLUSTRATIVE} is {@code provenance.illustrative}. */
    public static String of(Coded constant) {
        String type = ((Enum<?>) constant).getDeclaringClass().getSimpleName();
        return of(Character.toLowerCase(type.charAt(0)) + type.substring(1), constant.code());
    }

    /** All codes of a group, in the order of their labels. */
    public static List<String> codes(String group) {
        String prefix = group + ".";
        return LABELS.stringPropertyNames().stream()
                .filter(key -> key.startsWith(prefix))
                .sorted(Comparator.comparing(LABELS::getProperty))
                .map(key -> key.substring(prefix.length()))
                .toList();
    }

    private static Properties load() {
        var properties = new Properties();
        try (var in = new InputStreamReader(
                Objects.requireNonNull(Labels.class.getResourceAsStream("/labels.properties")),
                StandardCharsets.UTF_8)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
