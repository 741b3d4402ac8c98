package org.xiangpei.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.xiangpei.search.Suggestion;

/** Completions of what is being typed: of a name from its beginning or from the middle, of another name, of a code. */
final class Suggestions {

    /** So many are looked at before the best are picked; those that begin as typed are among them. */
    private static final int LOOKED_AT = 50;

    private static final int LONGEST = 60;

    /** Finds names. */
    interface Names {

        /** Entries of a kind, of a name that the query finds or a code that begins so, best first. */
        List<RemoteIndex.Named> find(Suggestion.Kind kind, String folded, int count) throws IOException;
    }

    private final Names names;

    Suggestions(Names names) {
        this.names = names;
    }

    List<Suggestion> of(String raw, int limit) throws IOException {
        String folded = Folding.fold(raw.length() > LONGEST ? raw.substring(0, LONGEST) : raw);
        var suggestions = new ArrayList<Suggestion>();
        if (Part.of(folded).isEmpty()) {
            return suggestions;
        }
        for (Suggestion.Kind kind : Suggestion.Kind.values()) {
            ranked(folded, kind).stream().limit(limit).map(Ranked::suggestion).forEach(suggestions::add);
        }
        return suggestions;
    }

    private record Ranked(Suggestion suggestion, int rank, double score) {}

    private List<Ranked> ranked(String folded, Suggestion.Kind kind) throws IOException {
        String code = EntryDocument.squash(folded);
        return names.find(kind, folded, LOOKED_AT).stream()
                .map(found -> new Ranked(found.suggestion(), rank(code, found), found.score()))
                .sorted(Comparator.comparingInt(Ranked::rank)
                        .thenComparing(Comparator.comparingDouble(Ranked::score).reversed())
                        .thenComparing(it -> it.suggestion().code()))
                .toList();
    }

    /** The code itself first, then names that begin so, then other names that do, then what has it in the middle. */
    private static int rank(String beginning, RemoteIndex.Named found) {
        Suggestion suggestion = found.suggestion();
        if (Folding.fold(suggestion.code()).equals(beginning)) {
            return 0;
        }
        if (EntryDocument.squash(suggestion.text()).startsWith(beginning)) {
            return 1;
        }
        for (String name : found.otherNames()) {
            if (EntryDocument.squash(name).startsWith(beginning)) {
                return 2;
            }
        }
        return EntryDocument.squash(suggestion.text()).contains(beginning) ? 3 : 4;
    }
}
