package org.xiangpei.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Builds the queries of words by hand: no text of a user ever reaches a query parser. */
final class TextQuery {

    /** Beginnings stand for at most so many terms. */
    private static final int MOST_EXPANSIONS = 64;

    private static final float BY_PARTS = 0.7f;
    private static final float BY_BEGINNING = 0.5f;
    private static final float BY_SYNONYM = 0.8f;
    private static final float BY_INNER_WORDS = 0.5f;
    private static final float TIE_BREAKER = 0.1f;

    private final IndexReader reader;

    TextQuery(IndexReader reader) {
        this.reader = reader;
    }

    /** Products that have all the words, the closer the better. */
    Query all(String raw, List<Word> words) {
        var query = new BooleanQuery.Builder();
        words.forEach(word -> query.add(word(word), Occur.MUST));
        addBonus(query, raw, words);
        return query.build();
    }

    /** Products that have at least so many of the words. */
    Query some(String raw, List<Word> words, int atLeast) {
        var query = new BooleanQuery.Builder();
        var any = new BooleanQuery.Builder().setMinimumNumberShouldMatch(atLeast);
        words.forEach(word -> any.add(word(word), Occur.SHOULD));
        query.add(any.build(), Occur.MUST);
        addBonus(query, raw, words);
        return query.build();
    }

    /** Products that have any of the words, those with more of them first. */
    Query any(List<Word> words) {
        var any = new BooleanQuery.Builder();
        words.forEach(word -> any.add(word(word), Occur.SHOULD));
        return any.build();
    }

    /** A word, or one of its synonyms, or all of its inner words, in any field. */
    Query word(Word word) {
        var ways = new ArrayList<Query>();
        ways.add(anywhere(word.text()));
        for (String alternative : word.alternatives()) {
            ways.add(new BoostQuery(anywhere(alternative), BY_SYNONYM));
        }
        if (!word.inner().isEmpty()) {
            var inner = new BooleanQuery.Builder();
            word.inner().forEach(part -> inner.add(word(part), Occur.MUST));
            ways.add(new BoostQuery(inner.build(), BY_INNER_WORDS));
        }
        return ways.size() == 1 ? ways.getFirst() : new DisjunctionMaxQuery(ways, 0);
    }

    /** Parts in their order in one field, the last one as the beginning of a part. */
    Query beginning(String field, String folded) {
        List<Position> positions = positions(folded);
        return phrase(field, positions, terms(field, positions.getLast()));
    }

    /** The whole text in a row in a name, or as the name, is what was meant. */
    private void addBonus(BooleanQuery.Builder query, String raw, List<Word> words) {
        String squashed = EntryDocument.squash(raw);
        query.add(
                new BoostQuery(new ConstantScoreQuery(new TermQuery(new Term(EntryDocument.EXACT_NAME, squashed))), 40),
                Occur.SHOULD);
        if (words.size() > 1 && words.size() <= 8) {
            String folded = Folding.fold(raw);
            for (TextField field : List.of(TextField.NAME, TextField.MODEL, TextField.FIRM)) {
                query.add(new BoostQuery(parts(field.parts(), folded), field.weight()), Occur.SHOULD);
            }
        }
    }

    private Query anywhere(String folded) {
        var fields = new ArrayList<Query>();
        boolean chinese = Part.of(folded).stream().allMatch(Part::han);
        for (TextField field : TextField.values()) {
            if (chinese && folded.length() > 1) {
                fields.add(new BoostQuery(new TermQuery(new Term(field.words(), folded)), field.weight()));
            }
            fields.add(new BoostQuery(parts(field.parts(), folded), field.weight() * BY_PARTS));
            if (!chinese && field.byBeginning() && folded.length() > 1) {
                fields.add(new BoostQuery(beginning(field.parts(), folded), field.weight() * BY_BEGINNING));
            }
        }
        fields.add(
                new BoostQuery(new ConstantScoreQuery(new TermQuery(new Term(EntryDocument.FOLDED_CODE, folded))), 40));
        return new DisjunctionMaxQuery(fields, TIE_BREAKER);
    }

    private static Query parts(String field, String folded) {
        List<Position> positions = positions(folded);
        return phrase(field, positions, List.of(positions.getLast().term()));
    }

    private static Query phrase(String field, List<Position> positions, Collection<String> last) {
        var phrase = new MultiPhraseQuery.Builder();
        for (Position position : positions.subList(0, positions.size() - 1)) {
            phrase.add(new Term[] {new Term(field, position.term())}, position.at());
        }
        phrase.add(
                last.stream().map(term -> new Term(field, term)).toArray(Term[]::new),
                positions.getLast().at());
        return phrase.build();
    }

    private record Position(String term, int at, boolean han) {}

    /** Pairs of Chinese characters, and what is no part of a pair alone: the fewest terms that say the same as all the parts. */
    private static List<Position> positions(String folded) {
        List<Part> parts = Part.of(folded);
        var positions = new ArrayList<Position>();
        boolean inPair = false;
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            boolean pair =
                    i + 1 < parts.size() && part.han() && parts.get(i + 1).han() && part.touches(parts.get(i + 1));
            if (pair) {
                positions.add(new Position(
                        folded.substring(part.start(), parts.get(i + 1).end()), i, true));
            } else if (!inPair) {
                positions.add(new Position(part.in(folded), i, part.han()));
            }
            inPair = pair;
        }
        return positions;
    }

    private Collection<String> terms(String field, Position position) {
        var terms = new ArrayList<String>();
        terms.add(position.term());
        if (position.han()) {
            return terms;
        }
        try {
            Terms all = MultiTerms.getTerms(reader, field);
            if (all != null) {
                addTerms(all.iterator(), position.term(), terms);
            }
        } catch (IOException e) {
            throw new IndexUnreadable(e);
        }
        return terms;
    }

    private static void addTerms(TermsEnum all, String beginning, List<String> terms) throws IOException {
        if (all.seekCeil(new BytesRef(beginning)) == TermsEnum.SeekStatus.END) {
            return;
        }
        for (BytesRef term = all.term(); term != null && terms.size() < MOST_EXPANSIONS; term = all.next()) {
            String text = term.utf8ToString();
            if (!text.startsWith(beginning)) {
                return;
            }
            if (!text.equals(beginning)) {
                terms.add(text);
            }
        }
    }
}
