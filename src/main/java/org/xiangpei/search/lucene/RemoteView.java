package org.xiangpei.search.lucene;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.xiangpei.search.IndexedCategory;
import org.xiangpei.search.IndexedProperty;
import org.xiangpei.search.Synonyms;

/** What a search has to know of an index in another process before it asks it: the words of the trade, and how to find one. */
public final class RemoteView {

    private final Lexicon lexicon;
    private final Map<String, IndexedCategory> categories;
    private final TextQuery texts;
    private final Supplier<Map<String, String>> certificates;

    /**
     * @param characters the Chinese characters of the products' names, asked for when first needed
     * @param certificates the types of certificates that products hold, asked for when first needed
     */
    public RemoteView(
            Synonyms synonyms,
            List<IndexedCategory> categories,
            Supplier<List<String>> characters,
            Supplier<List<String>> certificates) {
        var words = new LinkedHashSet<String>();
        for (IndexedCategory category : categories) {
            words.add(category.name());
            words.add(category.chain());
            words.addAll(category.synonyms());
        }
        this.lexicon = new Lexicon(
                synonyms,
                words,
                new QuantityReader(categories.stream()
                        .flatMap(category -> category.properties().stream())
                        .toList()));
        this.categories =
                categories.stream().collect(Collectors.toUnmodifiableMap(IndexedCategory::code, Function.identity()));
        this.texts = new TextQuery(new OpenDictionary(characters), Component.ALL);
        this.certificates = () -> certificates.get().stream()
                .collect(Collectors.toMap(EntryDocument::squash, Function.identity(), (one, other) -> one));
    }

    Lexicon lexicon() {
        return lexicon;
    }

    TextQuery texts() {
        return texts;
    }

    Map<String, String> categoryNames() {
        return categories.values().stream().collect(Collectors.toMap(IndexedCategory::code, IndexedCategory::name));
    }

    List<IndexedProperty> properties(String category) {
        IndexedCategory known = categories.get(category);
        return known == null ? List.of() : known.properties();
    }

    Map<String, String> certificates() {
        return certificates.get();
    }
}
