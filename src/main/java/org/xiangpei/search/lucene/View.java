package org.xiangpei.search.lucene;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import org.apache.lucene.document.Document;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

import org.xiangpei.search.Suggestion;
import org.xiangpei.search.Synonyms;

/** The index as it was after one commit, with what is derived from it. A search that began on it ends on it. */
final class View {

    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final Lexicon lexicon;
    private final Vocabulary vocabulary;
    private final @Nullable SortedSetDocValuesReaderState facets;

    private View(
            DirectoryReader reader,
            Lexicon lexicon,
            Vocabulary vocabulary,
            @Nullable SortedSetDocValuesReaderState facets) {
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
        this.lexicon = lexicon;
        this.vocabulary = vocabulary;
        this.facets = facets;
    }

    /** Takes over the reader. */
    static View of(DirectoryReader reader, Synonyms synonyms) throws IOException {
        Set<String> categoryWords =
                texts(reader, Suggestion.Kind.CATEGORY, Set.of(EntryDocument.TEXT, EntryDocument.NAMES));
        Set<String> names = texts(reader, Suggestion.Kind.PRODUCT, Set.of(EntryDocument.TEXT));
        names.addAll(texts(reader, Suggestion.Kind.FIRM, Set.of(EntryDocument.NAMES)));
        names.addAll(categoryWords);
        names.addAll(synonyms.alternatives().keySet());
        return new View(reader, new Lexicon(synonyms, categoryWords), new Vocabulary(names), facets(reader));
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

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** Null while there is no product, and so no facet. */
    @Nullable
    SortedSetDocValuesReaderState facets() {
        return facets;
    }

    Map<Suggestion.Kind, Integer> counts() throws IOException {
        var counts = new HashMap<Suggestion.Kind, Integer>();
        for (Suggestion.Kind kind : Suggestion.Kind.values()) {
            counts.put(kind, searcher.count(new TermQuery(new Term(EntryDocument.KIND, kind.code()))));
        }
        return counts;
    }

    /** The fingerprint of every entry by its key. */
    Map<String, String> fingerprints() throws IOException {
        var fingerprints = new HashMap<String, String>();
        forEach(
                reader,
                null,
                document -> fingerprints.put(document.get(EntryDocument.KEY), document.get(EntryDocument.FINGERPRINT)));
        return fingerprints;
    }

    private interface DocumentConsumer {
        void accept(Document document);
    }

    private static Set<String> texts(DirectoryReader reader, Suggestion.Kind kind, Set<String> fields)
            throws IOException {
        var texts = new LinkedHashSet<String>();
        forEach(
                reader,
                kind.code() + ":",
                document -> fields.forEach(field -> texts.addAll(Set.of(document.getValues(field)))));
        return texts;
    }

    private static void forEach(DirectoryReader reader, @Nullable String keyPrefix, DocumentConsumer consumer)
            throws IOException {
        for (LeafReaderContext leaf : reader.leaves()) {
            StoredFields stored = leaf.reader().storedFields();
            Bits live = leaf.reader().getLiveDocs();
            for (int i = 0; i < leaf.reader().maxDoc(); i++) {
                if (live == null || live.get(i)) {
                    Document document = stored.document(i);
                    if (keyPrefix == null || document.get(EntryDocument.KEY).startsWith(keyPrefix)) {
                        consumer.accept(document);
                    }
                }
            }
        }
    }

    private static @Nullable SortedSetDocValuesReaderState facets(DirectoryReader reader) throws IOException {
        boolean none = FieldInfos.getMergedFieldInfos(reader).fieldInfo(FacetsConfig.DEFAULT_INDEX_FIELD_NAME) == null;
        return none ? null : new DefaultSortedSetDocValuesReaderState(reader, EntryDocument.FACETS);
    }
}
