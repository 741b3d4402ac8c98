package org.xiangpei.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.lucene.document.Document;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

import org.xiangpei.search.SearchResult.Highlight;
import org.xiangpei.search.SearchResult.Span;

/** Where a query's words stand in a found product, asked of the query itself: what is marked is what made it a hit. */
final class Highlights {

    private static final Set<String> STORED =
            TextField.HIGHLIGHTED.stream().map(TextField::code).collect(Collectors.toSet());

    private static final Set<String> NAMED =
            TextField.WITH_NAMES.stream().map(TextField::code).collect(Collectors.toSet());

    private final IndexSearcher searcher;
    private final Weight weight;

    Highlights(IndexSearcher searcher, Query text) throws IOException {
        this.searcher = searcher;
        this.weight = searcher.createWeight(searcher.rewrite(text), ScoreMode.COMPLETE_NO_SCORES, 1);
    }

    List<Highlight> of(int document) throws IOException {
        Matches matches = matches(document);
        if (matches == null) {
            return List.of();
        }
        var highlights = new ArrayList<Highlight>();
        Document stored = searcher.storedFields().document(document, STORED);
        for (TextField field : TextField.HIGHLIGHTED) {
            List<Span> spans = spans(matches, field);
            String text = stored.get(field.code());
            if (!spans.isEmpty() && text != null) {
                highlights.add(new Highlight(field.code(), text, spans));
            }
        }
        return highlights;
    }

    private @Nullable Matches matches(int document) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        return weight.matches(leaf, document - leaf.docBase);
    }

    private static List<Span> spans(Matches matches, TextField field) throws IOException {
        var spans = new ArrayList<Span>();
        for (String as : List.of(field.parts(), field.sounds(), field.squashed())) {
            MatchesIterator found = matches.getMatches(as);
            while (found != null && found.next()) {
                spans.add(new Span(found.startOffset(), found.endOffset()));
            }
        }
        return merged(spans);
    }

    /** What stands where the query first matches in a name, or null. */
    @Nullable
    String first(int document) throws IOException {
        Matches matches = matches(document);
        if (matches == null) {
            return null;
        }
        Document stored = searcher.storedFields().document(document, NAMED);
        for (TextField field : TextField.WITH_NAMES) {
            List<Span> spans = spans(matches, field);
            if (!spans.isEmpty()) {
                // Offsets run on from one value to the next, with a place between.
                String values = String.join(" ", stored.getValues(field.code()));
                return values.substring(
                        spans.getFirst().start(), spans.getFirst().end());
            }
        }
        return null;
    }

    /** In order, those that overlap or touch as one. */
    private static List<Span> merged(List<Span> spans) {
        var merged = new ArrayList<Span>();
        spans.sort(Comparator.comparingInt(Span::start).thenComparingInt(Span::end));
        for (Span span : spans) {
            if (!merged.isEmpty() && span.start() <= merged.getLast().end()) {
                Span last = merged.removeLast();
                merged.add(new Span(last.start(), Math.max(last.end(), span.end())));
            } else {
                merged.add(span);
            }
        }
        return merged;
    }
}
