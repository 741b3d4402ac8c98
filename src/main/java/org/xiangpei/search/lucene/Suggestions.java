package org.xiangpei.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;

import org.xiangpei.search.SearchResult.Span;
import org.xiangpei.search.Suggestion;
import org.xiangpei.search.lucene.RemoteIndex.Named;

/**
 * Completions of what is being typed: of a name from its beginning or from the middle, of another name, of a code; then of what sounds
 * so, typed in pinyin or by first letters; and when there is nothing at all, of what is nearly so.
 */
final class Suggestions {

    /** So many are looked at before the best are picked; those that begin as typed are among them. */
    private static final int LOOKED_AT = 50;

    private static final int LONGEST = 60;

    /** Finds names, wherever they are indexed. */
    interface Names {

        /** Entries of a kind that the query finds, best first. */
        List<Named> find(Suggestion.Kind kind, Query query, int count) throws IOException;

        /** The same, and those whose folded code begins so. */
        List<Named> findCoded(Suggestion.Kind kind, Query query, String code, int count) throws IOException;
    }

    private final Names names;
    private final TextQuery texts;

    Suggestions(Names names, TextQuery texts) {
        this.names = names;
        this.texts = texts;
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
        Query near = texts.near(folded.strip());
        if (suggestions.isEmpty() && TextQuery.canMatch(near)) {
            names.find(Suggestion.Kind.PRODUCT, near, limit).forEach(found -> suggestions.add(found.suggestion()));
        }
        return suggestions;
    }

    private void addWritten(String folded, Suggestion.Kind kind, int limit, Map<String, Suggestion> best)
            throws IOException {
        String squashed = EntryDocument.squash(folded);
        Query beginning = texts.beginning(EntryDocument.BEGINNING, folded);
        names.findCoded(kind, beginning, folded.strip(), LOOKED_AT).stream()
                .sorted(Comparator.comparingInt((Named it) -> rank(squashed, it))
                        .thenComparing(Comparator.comparingDouble(Named::score).reversed())
                        .thenComparing(Named::code))
                .limit(limit)
                .forEach(it -> best.put(it.code(), it.typed(Typed.written(folded, it.text()))));
    }

    /** The code itself first, then names that begin so, then other names that do, then what has it in the middle. */
    private static int rank(String beginning, Named found) {
        if (Folding.fold(found.code()).equals(beginning)) {
            return 0;
        }
        String text = EntryDocument.squash(found.text());
        if (text.startsWith(beginning)) {
            return 1;
        }
        for (String name : found.otherNames()) {
            if (EntryDocument.squash(name).startsWith(beginning)) {
                return 2;
            }
        }
        return text.contains(beginning) ? 3 : 4;
    }

    /** @param at where the name has it; empty where another name does */
    private record Heard(Named found, Optional<Span> at) {

        static Heard of(Named found, List<Typed> sounds) {
            return new Heard(
                    found,
                    sounds.stream().flatMap(it -> it.in(found.text()).stream()).findFirst());
        }

        /** Names that begin with the sound first, then those that have it later, then those with another name that has it. */
        int rank() {
            return at.map(span -> span.start() == 0 ? 0 : 1).orElse(2);
        }

        int length() {
            return found.text().length();
        }
    }

    private void addSounding(List<Typed> sounds, Suggestion.Kind kind, int limit, Map<String, Suggestion> best)
            throws IOException {
        List<Query> ways = best.size() < limit ? sounding(sounds, kind) : List.of();
        if (ways.isEmpty()) {
            return;
        }
        names.find(kind, new DisjunctionMaxQuery(ways, 0), LOOKED_AT).stream()
                .filter(it -> !best.containsKey(it.code()))
                .map(it -> Heard.of(it, sounds))
                .sorted(Comparator.comparingInt(Heard::rank)
                        .thenComparingInt(Heard::length)
                        .thenComparing(it -> it.found().code()))
                .limit(limit - best.size())
                .toList()
                .forEach(it -> best.put(it.found().code(), it.found().typed(it.at())));
    }

    private List<Query> sounding(List<Typed> sounds, Suggestion.Kind kind) {
        String field = kind == Suggestion.Kind.PRODUCT ? TextField.NAME.sounds() : EntryDocument.BEGINNING_SOUNDS;
        return sounds.stream()
                .flatMap(it -> Stream.concat(Stream.of(it.beginning(field)), it.within(field).stream()))
                .map(texts::phrase)
                .filter(TextQuery::canMatch)
                .toList();
    }
}
