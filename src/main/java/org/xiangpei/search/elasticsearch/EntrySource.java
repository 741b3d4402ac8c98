package org.xiangpei.search.elasticsearch;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Listing;
import org.xiangpei.search.CatalogJson;
import org.xiangpei.search.Facet;
import org.xiangpei.search.FoundProduct;
import org.xiangpei.search.IndexedCategory;
import org.xiangpei.search.IndexedEntry;
import org.xiangpei.search.IndexedFirm;
import org.xiangpei.search.IndexedProduct;
import org.xiangpei.search.SentenceVector;
import org.xiangpei.search.lucene.Analysis;
import org.xiangpei.shared.City;

/** What an entry looks like in Elasticsearch. Fields of tokens are not listed here: they are cut at spaces, whatever their name. */
final class EntrySource {

    static final String KIND = "kind";
    static final String CODE = "code";
    static final String FOLDED_CODE = "folded_code";
    static final String FINGERPRINT = "fingerprint";
    static final String EXACT_NAME = "exact_name";
    static final String CHARACTERS = "characters";
    static final String CATEGORY = "category_code";
    static final String FACET = "facet";
    static final String VALID_FROM = "valid_from";
    static final String VALID_UNTIL = "valid_until";
    static final String INTERRUPTED = "interrupted";
    static final String NAME_ORDER = "name_order";
    static final String LEAD_TIME = "lead_time";
    static final String PRICE = "price";
    static final String MEANING = "meaning";

    /** What is only read back: texts as they are. */
    static final String SHOWN = "shown";

    static final String TEXT = "text";
    static final String DETAIL = "detail";
    static final String NAMES = "names";
    static final String FOUND = "found";
    static final String TEXTS = "texts";
    static final String SPECIFICATIONS = "specifications";
    static final String PROPERTIES = "properties";

    /** The names of a firm or a category, squashed: a question may call it so. */
    static final String CALLED = "called";

    private EntrySource() {}

    static Map<String, Object> of(IndexedEntry entry) {
        var source = new LinkedHashMap<String, Object>();
        source.put(KIND, entry.kind().code());
        source.put(CODE, entry.code());
        source.put(FOLDED_CODE, Analysis.fold(entry.code()));
        source.put(FINGERPRINT, entry.fingerprint());
        switch (entry) {
            case IndexedProduct product -> addProduct(source, product);
            case IndexedFirm firm -> {
                addNames(source, firm.name(), firm.city(), List.of(firm.shortName()), Map.of());
                addCalled(source, firm.name(), List.of(firm.shortName()));
            }
            case IndexedCategory category -> {
                String properties = CatalogJson.write(category.properties());
                addNames(
                        source, category.name(), category.chain(), category.synonyms(), Map.of(PROPERTIES, properties));
                addCalled(source, category.name(), category.synonyms());
            }
        }
        return source;
    }

    /** Days are numbers, so that an end that is not stated can be open. */
    static long day(LocalDate day) {
        return day.toEpochDay();
    }

    /** The field that a facet is counted and narrowed by. */
    static String field(Facet facet) {
        return FACET + "." + facet.code();
    }

    private static void addProduct(Map<String, Object> source, IndexedProduct product) {
        source.putAll(Analysis.tokens(product));
        String model = product.model() == null ? "" : product.model();
        String detail = model.isEmpty()
                ? product.firm().shortName()
                : model + " · " + product.firm().shortName();
        addNames(
                source,
                product.name(),
                detail,
                List.of(model),
                Map.of(
                        FOUND,
                        CatalogJson.write(FoundProduct.of(product)),
                        TEXTS,
                        Analysis.texts(product),
                        SPECIFICATIONS,
                        CatalogJson.write(product.specifications())));
        source.put(EXACT_NAME, Analysis.squash(product.name()));
        source.put(CHARACTERS, Analysis.characters(product.name()));
        source.put(CATEGORY, product.category().code());
        SentenceVector meaning = product.sentence().vector();
        if (meaning != null) {
            source.put(MEANING, meaning.values());
        }
        source.put(FACET, facets(product));
        addOrders(source, product);
    }

    private static void addNames(
            Map<String, Object> source, String text, String detail, List<String> otherNames, Map<String, ?> more) {
        var shown = new LinkedHashMap<String, Object>(more);
        shown.putAll(Map.of(TEXT, text, DETAIL, detail, NAMES, otherNames));
        source.put(SHOWN, shown);
        source.putAll(Analysis.tokensOfNames(
                Stream.concat(Stream.of(text), otherNames.stream()).toList()));
    }

    /** What a firm or a category is called, and how that sounds; a product is completed by the sounds of its name. */
    private static void addCalled(Map<String, Object> source, String name, List<String> others) {
        List<String> names = Stream.concat(Stream.of(name), others.stream()).toList();
        source.put(CALLED, names.stream().map(Analysis::squash).distinct().toList());
        source.putAll(Analysis.soundsOfNames(names));
    }

    private static Map<String, List<String>> facets(IndexedProduct product) {
        var facets = new LinkedHashMap<String, List<String>>();
        for (Facet facet : Facet.values()) {
            facets.put(
                    facet.code(),
                    values(facet, product).stream().filter(it -> !it.isEmpty()).toList());
        }
        return facets;
    }

    private static List<String> values(Facet facet, IndexedProduct product) {
        return switch (facet) {
            case CITY ->
                product.firm().productionCities().stream().map(City::code).toList();
            case CATEGORY -> List.of(product.category().code());
            case CHAIN -> List.of(product.category().chain());
            case CERTIFICATE -> product.certificates();
            case PROVENANCE -> List.of(product.provenance().code());
        };
    }

    private static void addOrders(Map<String, Object> source, IndexedProduct product) {
        Listing listing = product.listing();
        source.put(VALID_FROM, dayOr(listing.validity().from(), Long.MIN_VALUE));
        source.put(VALID_UNTIL, dayOr(listing.validity().until(), Long.MAX_VALUE));
        source.put(
                INTERRUPTED,
                listing.interruptions().stream()
                        .map(it -> Map.of("gte", day(it.startsOn()), "lte", dayOr(it.endsOn(), Long.MAX_VALUE)))
                        .toList());
        source.put(NAME_ORDER, Analysis.order(product.name()));
        if (product.leadTimeDays() != null) {
            source.put(LEAD_TIME, product.leadTimeDays());
        }
        if (product.priceLow() != null) {
            source.put(PRICE, product.priceLow().movePointRight(2).longValue());
        }
    }

    private static long dayOr(@Nullable LocalDate day, long open) {
        return day == null ? open : day(day);
    }
}
