package org.xiangpei.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;

import org.xiangpei.search.SearchResult.Span;
import org.xiangpei.search.Suggestion;

/**
 * Completions of what is being typed: of a name from its beginning or from the middle, of another name, of a code; then of what sounds
 * so, typed in pinyin or by first letters; and when there is nothing at all, of what is nearly so.
 */
final class Suggestions {

    /** So many are looked at before the best are picked. */
    private static final int LOOKED_AT = 200;

    private static final int LONGEST = 60;

    private static final Set<String> STORED =
            Set.of(EntryDocument.CODE, EntryDocument.TEXT, EntryDocument.DETAIL, EntryDocument.NAMES);

    private final View view;

    Suggestions(View view) {
        this.view = view;
    }

    List<Suggestion> of(String raw, int limit) throws IOException {
        String folded = Folding.fold(raw.length() > LONGEST ? raw.substring(0, LONGEST) : raw);
        var suggestions = new ArrayList<Suggestion>();
        if (Part.of(folded).isEmpty()) {
            return suggestions;
        }
        List<Typed> sounds = Typed.of(folded);
        for (Suggestion.Kind kind : Suggestion.Kind.values()) {
            var best = new LinkedHashMap<String, Suggestion>();
            addWritten(folded, kind, limit, best);
            addSounding(sounds, kind, limit, best);
            suggestions.addAll(best.values());
        }
        return suggestions.isEmpty() ? nearly(folded, limit) : suggestions;
    }

    /** For who mistyped: what sounds alike, else products that look or read alike. */
    private List<Suggestion> nearly(String folded, int limit) throws IOException {
        List<Typed> alike = Typed.alike(folded);
        var suggestions = new ArrayList<Suggestion>();
        for (Suggestion.Kind kind : Suggestion.Kind.values()) {
            var best = new LinkedHashMap<String, Suggestion>();
            addSounding(alike, kind, limit, best);
            suggestions.addAll(best.values());
        }
        if (suggestions.isEmpty()) {
            for (Found found : found(view.texts().near(folded.strip()), Suggestion.Kind.PRODUCT, limit)) {
                suggestions.add(found.suggestion(Optional.empty()));
            }
        }
        return suggestions;
    }

    private record Found(Suggestion.Kind kind, Document stored, float score) {

        String text() {
            return stored.get(EntryDocument.TEXT);
        }

        String code() {
            return stored.get(EntryDocument.CODE);
        }

        Suggestion suggestion(Optional<Span> typed) {
            return new Suggestion(
                    kind,
                    code(),
                    text(),
                    stored.get(EntryDocument.DETAIL),
                    typed.map(List::of).orElse(List.of()));
        }
    }

    private void addWritten(String folded, Suggestion.Kind kind, int limit, Map<String, Suggestion> best)
            throws IOException {
        String squashed = EntryDocument.squash(folded);
        Query query = new BooleanQuery.Builder()
                .add(view.texts().beginning(EntryDocument.BEGINNING, folded), Occur.SHOULD)
                .add(new PrefixQuery(new Term(EntryDocument.FOLDED_CODE, folded.strip())), Occur.SHOULD)
                .build();
        found(query, kind, LOOKED_AT).stream()
                .sorted(Comparator.comparingInt((Found it) -> rank(squashed, it))
                        .thenComparing(Comparator.comparingDouble(Found::score).reversed())
                        .thenComparing(Found::code))
                .limit(limit)
                .forEach(it -> best.put(it.code(), it.suggestion(Typed.written(folded, it.text()))));
    }

    /** The code itself first, then names that begin so, then other names that do, then what has it in the middle. */
    private static int rank(String beginning, Found found) {
        if (Folding.fold(found.code()).equals(beginning)) {
            return 0;
        }
        String text = EntryDocument.squash(found.text());
        if (text.startsWith(beginning)) {
            return 1;
        }
        for (String name : found.stored().getValues(EntryDocument.NAMES)) {
            if (EntryDocument.squash(name).startsWith(beginning)) {
                return 2;
            }
        }
        return text.contains(beginning) ? 3 : 4;
    }

    /** Names that begin with the sound first, then those that have it later, then those with another name that has it; the shortest first. */
    private void addSounding(List<Typed> sounds, Suggestion.Kind kind, int limit, Map<String, Suggestion> best)
            throws IOException {
        if (sounds.isEmpty() || best.size() >= limit) {
            return;
        }
        record Heard(Found found, Optional<Span> typed) {
            int start() {
                return typed.map(Span::start).map(start -> Math.min(start, 1)).orElse(2);
            }
        }
        List<Heard> heard = new ArrayList<>();
        for (Found found : found(sounding(sounds, kind), kind, LOOKED_AT)) {
            heard.add(new Heard(
                    found,
                    sounds.stream().flatMap(it -> it.in(found.text()).stream()).findFirst()));
        }
        heard.stream()
                .sorted(Comparator.comparingInt(Heard::start)
                        .thenComparingInt(it -> it.found().text().length())
                        .thenComparing(it -> it.found().code()))
                .filter(it -> !best.containsKey(it.found().code()))
                .limit(limit - best.size())
                .toList()
                .forEach(it -> best.put(it.found().code(), it.found().suggestion(it.typed())));
    }

    private Query sounding(List<Typed> sounds, Suggestion.Kind kind) {
        String field = kind == Suggestion.Kind.PRODUCT ? TextField.NAME.sounds() : EntryDocument.BEGINNING_SOUNDS;
        List<Query> ways = sounds.stream()
                .flatMap(it -> Stream.concat(Stream.of(it.beginning(field)), it.within(field).stream()))
                .map(phrase -> view.texts().phrase(phrase))
                .filter(TextQuery::canMatch)
                .toList();
        return new DisjunctionMaxQuery(ways, 0);
    }

    private List<Found> found(Query query, Suggestion.Kind kind, int most) throws IOException {
        var found = new ArrayList<Found>();
        TopDocs hits = view.searcher()
                .search(
                        new BooleanQuery.Builder()
                                .add(ProductFilters.kind(kind), Occur.FILTER)
                                .add(query, Occur.MUST)
                                .build(),
                        most);
        for (ScoreDoc hit : hits.scoreDocs) {
            found.add(new Found(kind, view.searcher().storedFields().document(hit.doc, STORED), hit.score));
        }
        return found;
    }
}
