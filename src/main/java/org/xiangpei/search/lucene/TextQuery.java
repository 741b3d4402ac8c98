package org.xiangpei.search.lucene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

import org.xiangpei.search.Facet;
import org.xiangpei.search.lucene.Phrase.Slot;
import org.xiangpei.shared.City;

/**
 * Builds the queries of words by hand: no text of a user ever reaches a query parser. What occurs nowhere in a field is left out at
 * once, which leaves a small part of what could be asked; the queries of words are kept for as long as the view is.
 */
final class TextQuery {

    private static final float BY_PARTS = 0.7f;
    private static final float BY_BEGINNING = 0.5f;
    private static final float BY_SYNONYM = 0.8f;
    private static final float BY_INNER_WORDS = 0.5f;
    private static final float TIE_BREAKER = 0.1f;
    private static final float BY_CODE = 40;
    private static final float BY_EXACT_NAME = 40;
    private static final float BY_CITY = 200;

    private static final int MOST_REMEMBERED = 20_000;

    private final Dictionary terms;
    private final Set<Component> components;
    private final NearQuery near;
    private final Memory<String, Query> anywhere = new Memory<>(MOST_REMEMBERED);
    private final Memory<String, Query> inProduct = new Memory<>(MOST_REMEMBERED);
    private final Memory<String, Sought> marked = new Memory<>(MOST_REMEMBERED);

    TextQuery(Dictionary terms, Set<Component> components) {
        this.terms = terms;
        this.components = components;
        this.near = new NearQuery(terms, components);
    }

    /** What a word that occurs nowhere may have been meant to be. */
    Query near(String folded) {
        return near.of(folded).query();
    }

    /** The same, to find it in a product that is read. */
    Sought meant(String folded) {
        return near.of(folded).phrases();
    }

    Query phrase(Phrase phrase) {
        return phrase.in(terms);
    }

    /** Products that have all that is wanted, the closer the better, and first those that have the rest as well. */
    Query all(Question question, List<Query> wanted) {
        var query = new BooleanQuery.Builder();
        wanted.forEach(one -> query.add(one, Occur.MUST));
        addRest(query, question);
        return query.build();
    }

    /** Products that have at least so much of what is wanted. */
    Query some(Question question, List<Query> wanted, int atLeast) {
        var any = new BooleanQuery.Builder().setMinimumNumberShouldMatch(atLeast);
        wanted.forEach(one -> any.add(one, Occur.SHOULD));
        var query = new BooleanQuery.Builder().add(any.build(), Occur.MUST);
        addRest(query, question);
        return query.build();
    }

    private void addRest(BooleanQuery.Builder query, Question question) {
        addBonus(query, question.raw(), question.things());
        for (Word word : question.rest()) {
            Query rest = word.role() == Word.Role.CITY ? madeIn(word.text()) : word(word);
            if (canMatch(rest)) {
                query.add(rest, Occur.SHOULD);
            }
        }
    }

    /** Who names a city wants to see first what is made there. */
    private static Query madeIn(String name) {
        return Arrays.stream(City.values())
                .filter(city -> name.startsWith(city.label()))
                .map(city -> ProductFilters.facet(Facet.CITY, city.code()))
                .<Query>map(city -> new BoostQuery(new ConstantScoreQuery(city), BY_CITY))
                .findFirst()
                .orElse(MatchNoDocsQuery.INSTANCE);
    }

    /**
     * Products that have any of the words, those with more of them first. The firm is not looked at: what a buyer needs is not who or
     * where. Every way to find a word is asked that finds more, none that only finds the same again with another score.
     */
    Query any(List<Word> words) {
        var any = new BooleanQuery.Builder();
        for (Word word : words) {
            Query query = ways(word, this::inProduct);
            if (canMatch(query)) {
                any.add(query, Occur.SHOULD);
            }
        }
        return any.build();
    }

    /**
     * A word itself, to find it in a product that is read. Only by parts: whatever a field of words finds stands there as parts too.
     */
    Sought marked(String folded) {
        return marked.get(folded, this::buildMarked);
    }

    /** A word, or one of its synonyms, or all of its inner words, in any field. */
    Query word(Word word) {
        return ways(word, this::anywhere);
    }

    /** Parts in their order in one field, the last one as the beginning of a part. */
    Query beginning(String field, String folded) {
        List<Position> positions = positions(folded);
        Position last = positions.getLast();
        return phrase(field, positions, last.han() ? List.of(last.term()) : terms.startingWith(field, last.term()));
    }

    private Query ways(Word word, Function<String, Query> find) {
        var ways = new ArrayList<Query>();
        addWay(find.apply(word.text()), 1, ways);
        if (components.contains(Component.SYNONYMS)) {
            word.alternatives().forEach(alternative -> addWay(find.apply(alternative), BY_SYNONYM, ways));
        }
        if (!word.inner().isEmpty()) {
            addWay(allOf(word.inner(), find), BY_INNER_WORDS, ways);
        }
        return oneOf(ways, 0);
    }

    private Query allOf(List<Word> words, Function<String, Query> find) {
        var all = new BooleanQuery.Builder();
        for (Word word : words) {
            Query query = ways(word, find);
            if (!canMatch(query)) {
                return MatchNoDocsQuery.INSTANCE;
            }
            all.add(query, Occur.MUST);
        }
        return all.build();
    }

    /** The whole text in a row in a name, or as the name, is what was meant. */
    private void addBonus(BooleanQuery.Builder query, String raw, List<Word> words) {
        if (!components.contains(Component.NAME_BONUS)) {
            return;
        }
        var ways = new ArrayList<Query>();
        addWay(constant(EntryDocument.EXACT_NAME, EntryDocument.squash(raw)), BY_EXACT_NAME, ways);
        if (words.size() > 1 && words.size() <= 8) {
            String folded = Folding.fold(raw);
            for (TextField field : List.of(TextField.NAME, TextField.MODEL, TextField.FIRM)) {
                addWay(parts(field.parts(), folded), field.weight(), ways);
            }
        }
        ways.forEach(way -> query.add(way, Occur.SHOULD));
    }

    private Query anywhere(String folded) {
        return anywhere.get(folded, it -> KeptQuery.of(buildAnywhere(it)));
    }

    private Query inProduct(String folded) {
        return inProduct.get(folded, it -> KeptQuery.of(buildInProduct(it)));
    }

    private Query buildInProduct(String folded) {
        var fields = new ArrayList<Query>();
        for (TextField field : TextField.OF_THE_PRODUCT) {
            addWay(parts(field.parts(), folded), field.weight(), fields);
        }
        return oneOf(fields, 0);
    }

    private Sought buildMarked(String folded) {
        boolean open = !Part.allHan(folded) && folded.length() > 1;
        List<Position> positions = positions(folded);
        Position last = positions.getLast();
        return Sought.of(Arrays.stream(TextField.values())
                .map(field -> phraseOf(
                        field.parts(),
                        positions,
                        open && field.byBeginning() && !last.han()
                                ? List.of(OpenDictionary.anyEnding(last.term()))
                                : List.of(last.term())))
                .toList());
    }

    private Query buildAnywhere(String folded) {
        var fields = new ArrayList<Query>();
        boolean chinese = Part.allHan(folded);
        for (TextField field : TextField.values()) {
            boolean worded = components.contains(Component.WORDS) && TextField.WORDED.contains(field) && chinese;
            if (worded && terms.has(field.words(), folded)) {
                addWay(new TermQuery(new Term(field.words(), folded)), field.weight(), fields);
            }
            if (components.contains(Component.PARTS)) {
                addWay(parts(field.parts(), folded), field.weight() * BY_PARTS, fields);
            }
            if (components.contains(Component.BEGINNINGS) && !chinese && field.byBeginning() && folded.length() > 1) {
                addWay(beginning(field.parts(), folded), field.weight() * BY_BEGINNING, fields);
            }
        }
        addWay(constant(EntryDocument.FOLDED_CODE, folded), BY_CODE, fields);
        return oneOf(fields, TIE_BREAKER);
    }

    private Query constant(String field, String term) {
        return terms.has(field, term)
                ? new ConstantScoreQuery(new TermQuery(new Term(field, term)))
                : MatchNoDocsQuery.INSTANCE;
    }

    private Query parts(String field, String folded) {
        List<Position> positions = positions(folded);
        return phrase(field, positions, List.of(positions.getLast().term()));
    }

    private Query phrase(String field, List<Position> positions, Collection<String> last) {
        return phraseOf(field, positions, last).in(terms);
    }

    private static Phrase phraseOf(String field, List<Position> positions, Collection<String> last) {
        var slots = new ArrayList<Slot>();
        positions
                .subList(0, positions.size() - 1)
                .forEach(position -> slots.add(new Slot(position.term(), position.at())));
        slots.add(new Slot(last, positions.getLast().at()));
        return new Phrase(field, slots);
    }

    private static void addWay(Query query, float weight, List<Query> ways) {
        if (canMatch(query)) {
            ways.add(weight == 1 ? query : new BoostQuery(query, weight));
        }
    }

    private static Query oneOf(List<Query> ways, float tieBreaker) {
        return switch (ways.size()) {
            case 0 -> MatchNoDocsQuery.INSTANCE;
            case 1 -> ways.getFirst();
            default -> new DisjunctionMaxQuery(ways, tieBreaker);
        };
    }

    static boolean canMatch(Query query) {
        return !(query instanceof MatchNoDocsQuery);
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
}
