package org.xiangpei.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.apache.lucene.search.Query;

/**
 * What was probably meant when no product has all the words: those that occur nowhere stand for what they sound or look like.
 *
 * @param wanted what a product must have instead; empty when nothing is near
 * @param replaced by the words as they were typed
 */
record Meant(List<Query> wanted, Map<String, Query> replaced) {

    /** Whether any product has it: how many is more than needs to be known. */
    interface Finder {
        boolean finds(Query query) throws IOException;
    }

    static final Meant NOTHING = new Meant(List.of(), Map.of());

    /** Word by word, or the whole as one word when its pieces mean nothing. */
    static Meant of(Question question, TextQuery texts, Finder finder) throws IOException {
        var wanted = new ArrayList<Query>();
        var replaced = new LinkedHashMap<String, Query>();
        for (Word word : question.things()) {
            Query exact = texts.word(word);
            if (finder.finds(exact)) {
                wanted.add(exact);
            } else {
                Query near = texts.near(word.text());
                replaced.put(word.text(), near);
                wanted.add(near);
            }
        }
        if (replaced.isEmpty()) {
            return NOTHING;
        }
        boolean all = wanted.stream().allMatch(TextQuery::canMatch);
        if (all && finder.finds(texts.all(question, wanted))) {
            return new Meant(wanted, replaced);
        }
        String whole = question.things().stream().map(Word::text).collect(Collectors.joining());
        Query near = texts.near(whole);
        return finder.finds(near) ? new Meant(List.of(near), Map.of(whole, near)) : NOTHING;
    }
}
