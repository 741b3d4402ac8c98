package org.xiangpei.search.lucene;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.xiangpei.search.IndexedProduct;
import org.xiangpei.search.Reason;
import org.xiangpei.shared.City;

/** The texts of a product that are searched, with what a word in them weighs. */
enum TextField {
    NAME(8),
    MODEL(6),
    CATEGORY(4),
    CATEGORY_SYNONYMS(3),
    DESCRIPTION(1.5f),
    DETAILS(1),
    FIRM(1),
    FIRM_NAMES(1);

    static final String PARTS = "parts";
    static final String WORDS = "words";
    static final String SOUNDS = "sounds";
    static final String SQUASHED = "squashed";

    private final float weight;
    private final String code = name().toLowerCase(Locale.ROOT);
    private final String parts = code + "." + TextField.PARTS;
    private final String words = code + "." + TextField.WORDS;
    private final String sounds = code + "." + TextField.SOUNDS;
    private final String squashed = code + "." + TextField.SQUASHED;

    TextField(float weight) {
        this.weight = weight;
    }

    float weight() {
        return weight;
    }

    String code() {
        return code;
    }

    String parts() {
        return parts;
    }

    String words() {
        return words;
    }

    String sounds() {
        return sounds;
    }

    String squashed() {
        return squashed;
    }

    /** Names, which are typed by their sound or with a slip: a description is not. */
    static final List<TextField> SOUNDED = List.of(NAME, CATEGORY, CATEGORY_SYNONYMS, FIRM, FIRM_NAMES);

    /** Where words of a dictionary lift what is found: what a product is called. In longer texts they are found by their parts as well. */
    static final List<TextField> WORDED = List.of(NAME, CATEGORY, CATEGORY_SYNONYMS);

    /** Texts that many products share. */
    static final List<TextField> SHARED = List.of(CATEGORY, CATEGORY_SYNONYMS, DETAILS);

    /** Where model numbers stand. */
    static final List<TextField> MODELLED = List.of(NAME, MODEL);

    /** Where a near word can be found: what was meant is shown from there. */
    static final List<TextField> WITH_NAMES = List.of(NAME, CATEGORY, CATEGORY_SYNONYMS, MODEL, FIRM, FIRM_NAMES);

    /** Fields that the user sees as one text, so that places in it mean something to him. */
    static final List<TextField> HIGHLIGHTED = List.of(NAME, MODEL, CATEGORY, DESCRIPTION, FIRM);

    /** What says what a product is, and not who makes it where. */
    static final List<TextField> OF_THE_PRODUCT =
            List.of(NAME, MODEL, CATEGORY, CATEGORY_SYNONYMS, DESCRIPTION, DETAILS);

    /** What the user sees it as: what a category is also called is its name too. */
    Reason.Field shown() {
        return switch (this) {
            case NAME -> Reason.Field.NAME;
            case MODEL -> Reason.Field.MODEL;
            case CATEGORY, CATEGORY_SYNONYMS -> Reason.Field.CATEGORY;
            case DESCRIPTION -> Reason.Field.DESCRIPTION;
            case DETAILS -> Reason.Field.DETAILS;
            case FIRM, FIRM_NAMES -> Reason.Field.FIRM;
        };
    }

    /** A model number may be typed as far as it is known, and is then found by its beginning. */
    boolean byBeginning() {
        return this == NAME || this == MODEL || this == CATEGORY_SYNONYMS;
    }

    List<String> of(IndexedProduct product) {
        return switch (this) {
            case NAME -> List.of(product.name());
            case MODEL -> Stream.ofNullable(product.model()).toList();
            case CATEGORY -> List.of(product.category().name());
            case CATEGORY_SYNONYMS ->
                Stream.concat(
                                product.category().synonyms().stream(),
                                Stream.of(product.category().chain()))
                        .toList();
            case DESCRIPTION -> Stream.ofNullable(product.description()).toList();
            case DETAILS ->
                Stream.of(
                                product.details(),
                                product.certificates(),
                                List.of(product.category().description()))
                        .flatMap(List::stream)
                        .toList();
            case FIRM -> List.of(product.firm().name());
            case FIRM_NAMES ->
                Stream.concat(
                                Stream.of(
                                        product.firm().shortName(),
                                        product.firm().city()),
                                product.firm().productionCities().stream().map(City::label))
                        .toList();
        };
    }
}
