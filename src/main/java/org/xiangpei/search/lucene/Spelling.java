package org.xiangpei.search.lucene;

import java.io.IOException;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Looks for a spelling of the question that some product has all the words of. */
final class Spelling {

    interface Counter {
        int count(String text) throws IOException;
    }

    /** A long question is not a misspelt name. */
    private static final int LONGEST = 30;

    private final View view;
    private final Counter counter;

    Spelling(View view, Counter counter) {
        this.view = view;
        this.counter = counter;
    }

    /** The nearest spelling that finds something, or null: the whole text, or else one of its stretches between spaces. */
    @Nullable
    String better(String raw, List<Word> words) throws IOException {
        String text = Folding.fold(raw).strip();
        if (text.length() > LONGEST) {
            return null;
        }
        String whole = firstThatFinds(text, text);
        if (whole != null) {
            return whole;
        }
        for (String stretch : text.split("[\\s\\p{Punct}]+")) {
            String better = stretch.equals(text) ? null : firstThatFinds(text, stretch);
            if (better != null) {
                return better;
            }
        }
        for (Word word : words) {
            String better = firstThatFinds(text, word.text());
            if (better != null) {
                return better;
            }
        }
        return null;
    }

    private @Nullable String firstThatFinds(String text, String wrong) throws IOException {
        if (wrong.isEmpty()) {
            return null;
        }
        for (String near : view.vocabulary().near(wrong)) {
            String candidate = text.replace(wrong, near);
            if (counter.count(candidate) > 0) {
                return candidate;
            }
        }
        return null;
    }
}
