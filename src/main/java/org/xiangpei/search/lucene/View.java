package org.xiangpei.search.lucene;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.lucene.document.Document;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState.OrdRange;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.jspecify.annotations.Nullable;

import org.xiangpei.search.CatalogJson;
import org.xiangpei.search.Facet;
import org.xiangpei.search.IndexedProperty;
import org.xiangpei.search.ListingStatus;
import org.xiangpei.search.SentenceVector;
import org.xiangpei.search.StatedSpecification;
import org.xiangpei.search.Suggestion;
import org.xiangpei.search.Synonyms;
import org.xiangpei.search.lucene.RemoteIndex.Called;

import static org.xiangpei.search.Suggestion.Kind.CATEGORY;
import static org.xiangpei.search.Suggestion.Kind.FIRM;
import static org.xiangpei.search.Suggestion.Kind.PRODUCT;

/** The index as it was after one commit, with what is derived from it. A search that began on it ends on it. */
final class View {

    private static final int MOST_READ = 2_000;
    private static final int MOST_WORDS = 20_000;
    private static final int MOST_DAYS = 8;

    private static final Set<String> READ = Stream.concat(
                    Stream.of(EntryDocument.FOUND),
                    Arrays.stream(TextField.values()).map(TextField::code))
            .collect(Collectors.toUnmodifiableSet());

    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final Lexicon lexicon;
    private final Map<Set<Component>, TextQuery> texts = new ConcurrentHashMap<>();
    private final Memory<Integer, ReadProduct> read = new Memory<>(MOST_READ);
    private final Memory<Listed, Query> listed = new Memory<>(MOST_DAYS);
    private final Memory<Occurrence, Boolean> occurrences = new Memory<>(MOST_WORDS);
    private final @Nullable SortedSetDocValuesReaderState facets;
    private final Map<String, String> categoryNames;
    private final Map<Suggestion.Kind, Integer> counts;
    private final Map<String, List<IndexedProperty>> properties;
    private final Map<String, String> certificates;

    /** By document, as far as they were asked for. */
    private final AtomicReferenceArray<@Nullable String> codes;

    private View(DirectoryReader reader, Synonyms synonyms, @Nullable SortedSetDocValuesReaderState facets)
            throws IOException {
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
        this.properties = properties(searcher);
        this.lexicon = new Lexicon(
                synonyms,
                texts(searcher, CATEGORY, EntryDocument.TEXT, EntryDocument.DETAIL, EntryDocument.NAMES),
                new QuantityReader(
                        properties.values().stream().flatMap(List::stream).toList()));
        this.facets = facets;
        this.certificates = certificates(facets);
        this.categoryNames = categoryNames(searcher);
        this.codes = new AtomicReferenceArray<>(reader.maxDoc());
        this.counts = counts(searcher);
    }

    /** Takes over the reader. */
    static View of(DirectoryReader reader, Synonyms synonyms) throws IOException {
        return new View(reader, synonyms, facets(reader));
    }

    DirectoryReader reader() {
        return reader;
    }

    IndexSearcher searcher() {
        return searcher;
    }

    Lexicon lexicon() {
        return lexicon;
    }

    TextQuery texts() {
        return texts(Component.ALL);
    }

    TextQuery texts(Set<Component> components) {
        return texts.computeIfAbsent(components, some -> new TextQuery(new IndexTerms(reader), some));
    }

    /** The products nearest to a meaning among those that pass the filter, the nearest first, equally near ones by code. */
    List<Neighbour> nearest(SentenceVector meaning, int count, Query filter) throws IOException {
        TopDocs found = searcher.search(MeaningField.nearest(meaning, count, filter), count);
        return Arrays.stream(found.scoreDocs)
                .sorted(Comparator.comparingDouble((ScoreDoc hit) -> -hit.score).thenComparing(hit -> code(hit.doc)))
                .map(hit -> new Neighbour(hit.doc, MeaningField.similarity(hit.score)))
                .toList();
    }

    /** How many products have the vector of their meaning. */
    int countWithMeaning() throws IOException {
        return searcher.count(new FieldExistsQuery(MeaningField.NAME));
    }

    /** The code of a found document. */
    String code(int document) {
        return value(document, EntryDocument.CODE);
    }

    /** As {@link #code}, remembered: who matches a bill finds the same products again with every line. */
    String codeKept(int document) {
        String code = codes.get(document);
        if (code == null) {
            code = code(document);
            codes.set(document, code);
        }
        return code;
    }

    /** The category of a found product. */
    String category(int document) {
        return value(document, EntryDocument.CATEGORY);
    }

    /** Names of the categories by code. */
    Map<String, String> categoryNames() {
        return categoryNames;
    }

    /** The properties of a category, in its order. */
    List<IndexedProperty> properties(String category) {
        return properties.getOrDefault(category, List.of());
    }

    /** A found product as it is shown and read. */
    ReadProduct read(int document) throws IOException {
        return read.get(document, this::readStored);
    }

    private ReadProduct readStored(int document) throws IOException {
        Document stored = searcher.storedFields().document(document, READ);
        return new ReadProduct(
                CatalogJson.found(stored.get(EntryDocument.FOUND)), field -> List.of(stored.getValues(field.code())));
    }

    private record Listed(ListingStatus status, LocalDate day) {}

    /** The products of a status on a day. */
    Query listed(ListingStatus status, LocalDate day) {
        return listed.get(new Listed(status, day), it -> new KeptFilter(ProductFilters.status(it.status(), it.day())));
    }

    /** A word among the products of a status on a day. */
    record Occurrence(Word word, Set<Component> components, ListingStatus status, LocalDate day) {}

    /** What was asked before of words. */
    Memory<Occurrence, Boolean> occurrences() {
        return occurrences;
    }

    /** What a found product states, by property. */
    Map<String, StatedSpecification> specifications(int document) throws IOException {
        List<LeafReaderContext> leaves = reader.leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        BinaryDocValues column = DocValues.getBinary(leaf.reader(), EntryDocument.SPECIFICATIONS);
        return column.advanceExact(document - leaf.docBase) ? StatedColumn.read(column.binaryValue()) : Map.of();
    }

    /** The firm or the category that is called so, or null. */
    @Nullable
    Called called(String squashed) throws IOException {
        if (!new IndexTerms(reader).has(EntryDocument.CALLED, squashed)) {
            return null;
        }
        ScoreDoc[] found = searcher.search(new TermQuery(new Term(EntryDocument.CALLED, squashed)), 1).scoreDocs;
        if (found.length == 0) {
            return null;
        }
        Document stored = searcher.storedFields().document(found[0].doc, Set.of(EntryDocument.KEY, EntryDocument.TEXT));
        boolean firm = stored.get(EntryDocument.KEY).startsWith(Suggestion.Kind.FIRM.code());
        return new Called(
                firm ? Suggestion.Kind.FIRM : CATEGORY, stored.get(EntryDocument.CODE), stored.get(EntryDocument.TEXT));
    }

    /** The types of certificates that products hold, by their squashed spelling. */
    Map<String, String> certificates() {
        return certificates;
    }

    /** Null while there is no product, and so no facet. */
    @Nullable
    SortedSetDocValuesReaderState facets() {
        return facets;
    }

    Map<Suggestion.Kind, Integer> counts() {
        return counts;
    }

    /** Products are what is left: to count a frequent term means to read its list where entries were deleted. */
    private static Map<Suggestion.Kind, Integer> counts(IndexSearcher searcher) throws IOException {
        int firms = searcher.count(ProductFilters.kind(FIRM));
        int categories = searcher.count(ProductFilters.kind(CATEGORY));
        return Map.of(
                PRODUCT, searcher.getIndexReader().numDocs() - firms - categories, FIRM, firms, CATEGORY, categories);
    }

    /** The fingerprint of every entry by its key. */
    Map<String, String> fingerprints() throws IOException {
        var fingerprints = new HashMap<String, String>();
        Query all = MatchAllDocsQuery.INSTANCE;
        for (Document document : documents(searcher, all, EntryDocument.KEY, EntryDocument.FINGERPRINT)) {
            fingerprints.put(document.get(EntryDocument.KEY), document.get(EntryDocument.FINGERPRINT));
        }
        return fingerprints;
    }

    private static Set<String> texts(IndexSearcher searcher, Suggestion.Kind kind, String... fields)
            throws IOException {
        var texts = new LinkedHashSet<String>();
        for (Document document : documents(searcher, ProductFilters.kind(kind), fields)) {
            for (String field : fields) {
                texts.addAll(List.of(document.getValues(field)));
            }
        }
        return texts;
    }

    private static Map<String, String> categoryNames(IndexSearcher searcher) throws IOException {
        var names = new HashMap<String, String>();
        for (Document category :
                documents(searcher, ProductFilters.kind(CATEGORY), EntryDocument.CODE, EntryDocument.TEXT)) {
            names.put(category.get(EntryDocument.CODE), category.get(EntryDocument.TEXT));
        }
        return Map.copyOf(names);
    }

    private static Map<String, List<IndexedProperty>> properties(IndexSearcher searcher) throws IOException {
        var properties = new HashMap<String, List<IndexedProperty>>();
        for (Document category :
                documents(searcher, ProductFilters.kind(CATEGORY), EntryDocument.CODE, EntryDocument.PROPERTIES)) {
            properties.put(
                    category.get(EntryDocument.CODE), CatalogJson.properties(category.get(EntryDocument.PROPERTIES)));
        }
        return Map.copyOf(properties);
    }

    private static Map<String, String> certificates(@Nullable SortedSetDocValuesReaderState facets) throws IOException {
        var certificates = new HashMap<String, String>();
        if (facets instanceof DefaultSortedSetDocValuesReaderState state) {
            OrdRange range = state.getOrdRange(EntryDocument.dimension(Facet.CERTIFICATE));
            for (int ord = range == null ? 0 : range.start(); range != null && ord <= range.end(); ord++) {
                String type = FacetsConfig.stringToPath(
                        state.getDocValues().lookupOrd(ord).utf8ToString())[1];
                certificates.put(EntryDocument.squash(type), type);
            }
        }
        return Map.copyOf(certificates);
    }

    private static List<Document> documents(IndexSearcher searcher, Query query, String... fields) throws IOException {
        var documents = new ArrayList<Document>();
        StoredFields stored = searcher.storedFields();
        int most = Math.max(1, searcher.count(query));
        for (ScoreDoc hit : searcher.search(query, most, Sort.INDEXORDER).scoreDocs) {
            documents.add(stored.document(hit.doc, Set.of(fields)));
        }
        return documents;
    }

    /** Read where it stands: arrays of all values would make every refresh as long as the catalogue. */
    private String value(int document, String column) {
        List<LeafReaderContext> leaves = reader.leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        try {
            SortedDocValues values = DocValues.getSorted(leaf.reader(), column);
            return values.advanceExact(document - leaf.docBase)
                    ? values.lookupOrd(values.ordValue()).utf8ToString()
                    : "";
        } catch (IOException e) {
            throw new IndexUnreadable(e);
        }
    }

    private static @Nullable SortedSetDocValuesReaderState facets(DirectoryReader reader) throws IOException {
        boolean none = FieldInfos.getMergedFieldInfos(reader).fieldInfo(FacetsConfig.DEFAULT_INDEX_FIELD_NAME) == null;
        return none ? null : new DefaultSortedSetDocValuesReaderState(reader, EntryDocument.FACETS);
    }
}
