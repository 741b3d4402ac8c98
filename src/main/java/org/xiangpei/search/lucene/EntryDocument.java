package org.xiangpei.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.LongRange;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

import org.xiangpei.search.CatalogJson;
import org.xiangpei.search.Facet;
import org.xiangpei.search.FoundProduct;
import org.xiangpei.search.IndexedCategory;
import org.xiangpei.search.IndexedEntry;
import org.xiangpei.search.IndexedFirm;
import org.xiangpei.search.IndexedProduct;
import org.xiangpei.search.SentenceVector;
import org.xiangpei.shared.City;

/** What an entry looks like in Lucene. */
final class EntryDocument {

    static final String KEY = "key";
    static final String KIND = "kind";
    static final String CODE = "code";
    static final String CATEGORY = "category_code";
    static final String FOLDED_CODE = "folded_code";
    static final String FINGERPRINT = "fingerprint";
    static final String TEXT = "text";
    static final String DETAIL = "detail";
    static final String NAMES = "names";
    static final String BEGINNING = "beginning";
    static final String BEGINNING_SOUNDS = BEGINNING + "." + TextField.SOUNDS;
    static final String STARTS = "starts";
    static final String OTHER_STARTS = "other_starts";
    static final String EXACT_NAME = "exact_name";
    static final String VALID_FROM = "valid_from";
    static final String VALID_UNTIL = "valid_until";
    static final String INTERRUPTED = "interrupted";
    static final String NAME_ORDER = "name_order";
    static final String LEAD_TIME = "lead_time";
    static final String PRICE = "price";
    static final String FOUND = "found";
    static final String SPECIFICATIONS = "specifications";
    static final String PROPERTIES = "properties";

    /** The names of a firm or a category, squashed: a question may call it so. */
    static final String CALLED = "called";

    /** By so many characters a name is told from those that begin otherwise. */
    private static final int LONGEST_START = 8;

    /** Frozen: safe for threads. */
    private static final Collator BY_PINYIN =
            Collator.getInstance(ULocale.forLocale(Locale.CHINA)).freeze();

    static final FacetsConfig FACETS = facets();

    /** What is looked for as a phrase needs positions; what is marked in a hit is found again in its text. */
    private static final FieldType PHRASED = searched(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);

    private static final FieldType WORDED = searched(IndexOptions.DOCS_AND_FREQS);

    private EntryDocument() {}

    static Document of(IndexedEntry entry, SharedTokens tokens) {
        var document = new Document();
        document.add(new StringField(KEY, entry.key(), Field.Store.YES));
        document.add(new StringField(KIND, entry.kind().code(), Field.Store.NO));
        document.add(new StringField(CODE, entry.code(), Field.Store.YES));
        document.add(new SortedDocValuesField(CODE, new BytesRef(entry.code())));
        document.add(new StringField(FOLDED_CODE, Folding.fold(entry.code()), Field.Store.NO));
        document.add(new StoredField(FINGERPRINT, entry.fingerprint()));
        switch (entry) {
            case IndexedProduct product -> addProduct(document, product, tokens);
            case IndexedFirm firm -> {
                addSuggestion(document, firm.name(), firm.city(), List.of(firm.shortName()), tokens);
                addNames(document, firm.name(), List.of(firm.shortName()), tokens);
            }
            case IndexedCategory category -> {
                addSuggestion(document, category.name(), category.chain(), category.synonyms(), tokens);
                addNames(document, category.name(), category.synonyms(), tokens);
                document.add(new StoredField(PROPERTIES, CatalogJson.write(category.properties())));
            }
        }
        try {
            return FACETS.build(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The facet's name in the index. */
    static String dimension(Facet facet) {
        return facet.code();
    }

    /** Days are numbers, so that an end that is not stated can be open. */
    static long day(LocalDate day) {
        return day.toEpochDay();
    }

    private static void addProduct(Document document, IndexedProduct product, SharedTokens tokens) {
        for (TextField field : TextField.values()) {
            for (String text : field.of(product)) {
                addText(document, field, text, tokens);
            }
        }
        String model = product.model() == null ? "" : product.model();
        String detail = model.isEmpty()
                ? product.firm().shortName()
                : model + " · " + product.firm().shortName();
        addSuggestion(document, product.name(), detail, List.of(model), tokens);
        document.add(new SortedDocValuesField(
                CATEGORY, new BytesRef(product.category().code())));
        document.add(new StringField(EXACT_NAME, squash(product.name()), Field.Store.NO));
        document.add(new StoredField(FOUND, CatalogJson.write(FoundProduct.of(product))));
        SentenceVector meaning = product.sentence().vector();
        if (meaning != null) {
            document.add(MeaningField.of(meaning));
        }
        document.add(new BinaryDocValuesField(SPECIFICATIONS, StatedColumn.write(product.specifications())));
        addFacets(document, product);
        addOrders(document, product);
    }

    private static void addText(Document document, TextField field, String text, SharedTokens tokens) {
        boolean shared = TextField.SHARED.contains(field);
        document.add(tokens(field.parts(), text, PHRASED, shared, tokens));
        if (TextField.WORDED.contains(field)) {
            document.add(tokens(field.words(), text, WORDED, shared, tokens));
        }
        if (TextField.SOUNDED.contains(field)) {
            document.add(tokens(field.sounds(), text, PHRASED, shared, tokens));
        }
        if (TextField.MODELLED.contains(field)) {
            document.add(tokens(field.squashed(), text, PHRASED, shared, tokens));
        }
        document.add(new StoredField(field.code(), text));
    }

    private static Field tokens(String name, String text, FieldType type, boolean shared, SharedTokens tokens) {
        return new Field(name, shared ? tokens.of(name, text) : tokens.once(name, text), type);
    }

    /** What a firm or a category is called, and how that sounds; a product is completed by the sounds of its name. */
    private static void addNames(Document document, String name, List<String> others, SharedTokens tokens) {
        List<String> names = Stream.concat(Stream.of(name), others.stream()).toList();
        names.forEach(text -> document.add(tokens(BEGINNING_SOUNDS, text, PHRASED, false, tokens)));
        names.stream()
                .map(EntryDocument::squash)
                .distinct()
                .forEach(squashed -> document.add(new StringField(CALLED, squashed, Field.Store.NO)));
    }

    private static void addSuggestion(
            Document document, String text, String detail, List<String> otherNames, SharedTokens tokens) {
        document.add(new StoredField(TEXT, text));
        document.add(new StoredField(DETAIL, detail));
        document.add(tokens(BEGINNING, text, PHRASED, false, tokens));
        addStarts(document, STARTS, text);
        for (String name : otherNames) {
            document.add(new StoredField(NAMES, name));
            document.add(tokens(BEGINNING, name, PHRASED, false, tokens));
            addStarts(document, OTHER_STARTS, name);
        }
    }

    private static void addStarts(Document document, String field, String text) {
        String squashed = squash(text);
        for (int length = 1; length <= Math.min(LONGEST_START, squashed.length()); length++) {
            document.add(new StringField(field, squashed.substring(0, length), Field.Store.NO));
        }
    }

    /** What begins like a text has this term. */
    static String start(String squashed) {
        return squashed.substring(0, Math.min(LONGEST_START, squashed.length()));
    }

    private static void addFacets(Document document, IndexedProduct product) {
        addFacet(
                document,
                Facet.CITY,
                product.firm().productionCities().stream().map(City::code).toList());
        addFacet(document, Facet.CATEGORY, List.of(product.category().code()));
        addFacet(document, Facet.CHAIN, List.of(product.category().chain()));
        addFacet(document, Facet.CERTIFICATE, product.certificates());
        addFacet(document, Facet.PROVENANCE, List.of(product.provenance().code()));
    }

    private static void addFacet(Document document, Facet facet, List<String> values) {
        for (String value : values) {
            if (value.isEmpty()) {
                continue;
            }
            document.add(new SortedSetDocValuesFacetField(dimension(facet), value));
        }
    }

    private static void addOrders(Document document, IndexedProduct product) {
        LocalDate from = product.listing().validity().from();
        LocalDate until = product.listing().validity().until();
        document.add(new LongField(VALID_FROM, from == null ? Long.MIN_VALUE : day(from), Field.Store.NO));
        document.add(new LongField(VALID_UNTIL, until == null ? Long.MAX_VALUE : day(until), Field.Store.NO));
        product.listing()
                .interruptions()
                .forEach(it -> document.add(new LongRange(INTERRUPTED, new long[] {day(it.startsOn())}, new long[] {
                    it.endsOn() == null ? Long.MAX_VALUE : day(it.endsOn())
                })));
        document.add(new SortedDocValuesField(NAME_ORDER, new BytesRef(collationKey(product.name()))));
        if (product.leadTimeDays() != null) {
            document.add(new NumericDocValuesField(LEAD_TIME, product.leadTimeDays()));
        }
        if (product.priceLow() != null) {
            document.add(new NumericDocValuesField(
                    PRICE, product.priceLow().movePointRight(2).longValue()));
        }
    }

    /** Names in the order of a Chinese telephone book: by pinyin. */
    static byte[] collationKey(String name) {
        return BY_PINYIN.getCollationKey(name).toByteArray();
    }

    /** Folded, and without all that separates. */
    static String squash(String text) {
        String folded = Folding.fold(text);
        var squashed = new StringBuilder();
        for (Part part : Part.of(folded)) {
            squashed.append(folded, part.start(), part.end());
        }
        return squashed.toString();
    }

    private static FacetsConfig facets() {
        var config = new FacetsConfig();
        config.setMultiValued(dimension(Facet.CITY), true);
        config.setMultiValued(dimension(Facet.CERTIFICATE), true);
        return config;
    }

    private static FieldType searched(IndexOptions options) {
        var type = new FieldType();
        type.setIndexOptions(options);
        type.setTokenized(true);
        type.freeze();
        return type;
    }
}
