package org.xiangpei.search.lucene;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.xiangpei.search.IndexedCategory;
import org.xiangpei.search.Synonyms;

/** What a search has to know of an index in another process before it asks it: the words of the trade, and how to find one. */
public final class RemoteView {

    private final Lexicon lexicon;
    private final Map<String, String> categoryNames;
    private final Dictionary dictionary;
    private final Map<Set<Component>, TextQuery> texts = new ConcurrentHashMap<>();

    /** @param characters the Chinese characters of the products' names, asked for when first needed */
    public RemoteView(Synonyms synonyms, List<IndexedCategory> categories, Supplier<List<String>> characters) {
        var words = new LinkedHashSet<String>();
        for (IndexedCategory category : categories) {
            words.add(category.name());
            words.add(category.chain());
            words.addAll(category.synonyms());
        }
        this.lexicon = new Lexicon(synonyms, words);
        this.categoryNames = categories.stream()
                .collect(Collectors.toUnmodifiableMap(IndexedCategory::code, IndexedCategory::name));
        this.dictionary = new OpenDictionary(characters);
    }

    Lexicon lexicon() {
        return lexicon;
    }

    Map<String, String> categoryNames() {
        return categoryNames;
    }

    TextQuery texts(Set<Component> components) {
        return texts.computeIfAbsent(components, some -> new TextQuery(dictionary, some));
    }
}
