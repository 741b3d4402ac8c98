package org.xiangpei.search.lucene;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.xiangpei.search.lucene.ListTokenizer.Token;

/**
 * A field of an engine that takes text with spaces between its tokens, and so no two tokens at one place. What Lucene holds at the same
 * places of one field is spread over several fields here, which count their places alike: {@code name.parts} and {@code name.pairs},
 * {@code name.reading1}, {@code name.reading2} and so on.
 */
enum Layer {
    PARTS,
    PAIRS,
    READING(3),
    BLURRED(3),
    INITIAL(3);

    /** Stands where a layer has nothing; it separates, and so is no token itself. */
    static final String NOTHING = "_";

    private final int copies;

    Layer() {
        this(1);
    }

    /** @param copies a character with more readings than these is found by the first ones only */
    Layer(int copies) {
        this.copies = copies;
    }

    static Layer ofPart(String part) {
        return part.length() > 1
                        && Character.isIdeographic(part.codePointAt(0))
                        && Part.of(part).size() > 1
                ? PAIRS
                : PARTS;
    }

    /** A sound of one letter is the first letter of all that sound so or begin so. */
    static Layer ofSound(String sound) {
        return sound.startsWith(TokenLists.BLURRED) ? BLURRED : sound.length() == 1 ? INITIAL : READING;
    }

    /** The fields of this layer. */
    List<String> fields(String base) {
        String layer = base + "." + name().toLowerCase(Locale.ROOT);
        return copies == 1
                ? List.of(layer)
                : IntStream.rangeClosed(1, copies)
                        .mapToObj(copy -> layer + copy)
                        .toList();
    }

    /** The texts of fields by their names, value by value: all of a field's have as many places as those of another. */
    static Map<String, List<String>> parts(String base, List<String> values) {
        return spread(
                values.stream()
                        .map(value -> places(TokenLists.parts(Folding.fold(value))))
                        .toList(),
                place -> {
                    var layers = new LinkedHashMap<String, String>();
                    place.forEach(token -> layers.put(ofPart(token).fields(base).getFirst(), token));
                    return layers;
                });
    }

    static Map<String, List<String>> sounds(String base, List<String> values) {
        return spread(
                values.stream()
                        .map(value -> places(TokenLists.sounds(Folding.fold(value))))
                        .toList(),
                place -> heard(base, place));
    }

    /** What is no Chinese character sounds as it is written, in every layer. */
    private static Map<String, String> heard(String base, List<String> place) {
        var layers = new LinkedHashMap<String, String>();
        if (place.size() == 1) {
            for (Layer layer : List.of(READING, BLURRED, INITIAL)) {
                layers.put(layer.fields(base).getFirst(), place.getFirst());
            }
            return layers;
        }
        place.forEach(sound -> put(ofSound(sound), base, sound, layers));
        return layers;
    }

    private static void put(Layer layer, String base, String sound, Map<String, String> layers) {
        layer.fields(base).stream()
                .filter(field -> !layers.containsKey(field))
                .findFirst()
                .ifPresent(field -> layers.put(field, sound));
    }

    private interface Spreading {
        Map<String, String> layers(List<String> place);
    }

    private static Map<String, List<String>> spread(List<List<List<String>>> values, Spreading spreading) {
        List<List<Map<String, String>>> spread = values.stream()
                .map(places -> places.stream().map(spreading::layers).toList())
                .toList();
        return spread.stream()
                .flatMap(List::stream)
                .flatMap(place -> place.keySet().stream())
                .distinct()
                .collect(Collectors.toMap(field -> field, field -> spread.stream()
                        .map(places -> text(places, field))
                        .toList()));
    }

    private static String text(List<Map<String, String>> places, String field) {
        return places.stream().map(place -> place.getOrDefault(field, NOTHING)).collect(Collectors.joining(" "));
    }

    private static List<List<String>> places(List<Token> tokens) {
        var places = new ArrayList<List<String>>();
        for (Token token : tokens) {
            if (token.positions() > 0) {
                places.add(new ArrayList<>());
            }
            places.getLast().add(token.term());
        }
        return places;
    }
}
