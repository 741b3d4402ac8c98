package org.xiangpei.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.lucene.search.Query;

/**
 * What was probably meant when no product has all the words: those that occur nowhere stand for what they sound or look like.
 *
 * @param wanted what a product must have instead
 * @param replaced words as they were typed
 */
record Meant(List<Query> wanted, Set<String> replaced) {

    /** Word by word. */
    static Meant byWords(Question question, ProductIndex index) throws IOException {
        var wanted = new ArrayList<Query>();
        var replaced = new LinkedHashSet<String>();
        for (Word word : question.things()) {
            if (index.occurs(word)) {
                wanted.add(index.texts().word(word));
            } else {
                wanted.add(index.texts().near(word.text()));
                replaced.add(word.text());
            }
        }
        return new Meant(wanted, replaced);
    }

    /** The whole as one word, when its pieces mean nothing. */
    static Meant asOneWord(Question question, TextQuery texts) {
        String whole = question.things().stream().map(Word::text).collect(Collectors.joining());
        return new Meant(List.of(texts.near(whole)), Set.of(whole));
    }
}
