package org.xiangpei.search.lucene;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.lucene.analysis.Analyzer;

import org.xiangpei.search.IndexedProduct;

/**
 * What our analysis makes of texts, for an engine that cannot run it: every value of a field as its tokens with spaces between, which
 * that engine only has to cut at the spaces. Both engines then find the same.
 */
public final class Analysis {

    private Analysis() {}

    /** The tokens of a product's texts by the names of their fields, value by value. */
    public static Map<String, List<String>> tokens(IndexedProduct product) {
        var fields = new HashMap<String, List<String>>();
        for (TextField field : TextField.values()) {
            List<String> values = field.of(product);
            if (values.isEmpty()) {
                continue;
            }
            fields.putAll(Layer.parts(field.code(), values));
            fields.put(field.words(), cut(values, Analyzers.WORDS));
            if (TextField.SOUNDED.contains(field)) {
                fields.putAll(Layer.sounds(field.code(), values));
            }
            if (TextField.MODELLED.contains(field)) {
                fields.put(field.squashed(), cut(values, Analyzers.SQUASHED));
            }
        }
        return fields;
    }

    /** The tokens of names that are completed while they are typed. */
    public static Map<String, List<String>> tokensOfNames(List<String> names) {
        return Layer.parts(EntryDocument.BEGINNING, names);
    }

    /** How the names of firms and categories sound. */
    public static Map<String, List<String>> soundsOfNames(List<String> names) {
        return Layer.sounds(EntryDocument.BEGINNING, names);
    }

    /** The texts of a product, as they are: words are marked in them, and they say why it was found. */
    public static Map<String, List<String>> texts(IndexedProduct product) {
        var texts = new LinkedHashMap<String, List<String>>();
        for (TextField field : TextField.values()) {
            texts.put(field.code(), field.of(product));
        }
        return texts;
    }

    /** Spellings that a reader takes for the same are the same: width, case, traditional characters. */
    public static String fold(String text) {
        return Folding.fold(text);
    }

    /** Folded, and without all that separates. */
    public static String squash(String text) {
        return EntryDocument.squash(text);
    }

    /** The Chinese characters of a text, folded, each once. */
    public static List<String> characters(String text) {
        return Folding.fold(text)
                .chars()
                .filter(character -> Character.isIdeographic(character))
                .mapToObj(character -> String.valueOf((char) character))
                .distinct()
                .toList();
    }

    /** Text that sorts as the name does in a Chinese telephone book. */
    public static String order(String name) {
        return HexFormat.of().formatHex(EntryDocument.collationKey(name));
    }

    private static List<String> cut(List<String> values, Analyzer analyzer) {
        return values.stream()
                .map(value -> String.join(" ", Analyzers.tokens(analyzer, value)))
                .toList();
    }
}
