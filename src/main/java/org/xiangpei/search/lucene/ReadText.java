package org.xiangpei.search.lucene;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.search.SearchResult.Span;
import org.xiangpei.search.lucene.ListTokenizer.Token;
import org.xiangpei.search.lucene.OpenDictionary.Open;
import org.xiangpei.search.lucene.Phrase.Slot;

/** A text that is read again: cut as the index cuts it, so that what was found by a phrase is found in it at the same places. */
final class ReadText {

    private static final int NOT_HERE = -1;

    private final FoldedText text;
    private volatile @Nullable List<Part> parts;

    private ReadText(FoldedText text) {
        this.text = text;
    }

    static ReadText of(String raw) {
        return new ReadText(FoldedText.of(raw));
    }

    String raw() {
        return text.raw();
    }

    /** The stretches of its parts that are a phrase, also those that overlap. */
    List<Span> written(Phrase phrase) {
        return mayHave(phrase) ? stretches(phrase, 0, parts().size(), this::endOfPart) : List.of();
    }

    /** Told at a glance: most texts of a hit have nothing of a phrase. */
    private boolean mayHave(Phrase phrase) {
        for (Slot slot : phrase.slots()) {
            if (!mayHave(slot)) {
                return false;
            }
        }
        return true;
    }

    private boolean mayHave(Slot slot) {
        for (String term : slot.terms()) {
            if (Open.isOpen(term) || text.text().contains(term)) {
                return true;
            }
        }
        return false;
    }

    /** Only cut when something may stand there. */
    private List<Part> parts() {
        List<Part> known = parts;
        if (known == null) {
            known = Part.of(text.text());
            parts = known;
        }
        return known;
    }

    /** The stretches that sound like a phrase; before the first part and after the last one stands a mark. */
    List<Span> heard(Phrase phrase) {
        return stretches(phrase, -1, parts().size() + 1, this::endOfSound);
    }

    /** What begins with one of the terms, when nothing separates: a model number, or the end of one. */
    List<Span> squashed(Phrase phrase) {
        Collection<String> terms = phrase.slots().getFirst().terms();
        return TokenLists.squashed(text.text()).stream()
                .filter(token -> terms.stream().anyMatch(term -> isToken(term, token)))
                .map(token -> text.span(token.start(), token.end()))
                .toList();
    }

    private static boolean isToken(String term, Token token) {
        return Open.of(term).allows(token.term());
    }

    private interface Ending {
        /** Where a term that stands at a place ends in the folded text, or {@link #NOT_HERE}. */
        int of(String term, int place);
    }

    private List<Span> stretches(Phrase phrase, int firstPlace, int endOfPlaces, Ending ending) {
        List<Slot> slots = phrase.slots();
        int length = slots.getLast().at() - slots.getFirst().at();
        var spans = new ArrayList<Span>();
        for (int place = firstPlace; place + length < endOfPlaces; place++) {
            int end = end(slots, place, ending);
            if (end != NOT_HERE) {
                spans.add(text.span(start(place), end));
            }
        }
        return spans;
    }

    private static int end(List<Slot> slots, int place, Ending ending) {
        int shift = place - slots.getFirst().at();
        int end = NOT_HERE;
        for (Slot slot : slots) {
            end = end(slot, slot.at() + shift, ending);
            if (end == NOT_HERE) {
                return NOT_HERE;
            }
        }
        return end;
    }

    private static int end(Slot slot, int place, Ending ending) {
        for (String term : slot.terms()) {
            int end = ending.of(term, place);
            if (end != NOT_HERE) {
                return end;
            }
        }
        return NOT_HERE;
    }

    private int start(int place) {
        return place < 0
                ? 0
                : place == parts().size()
                        ? text.text().length()
                        : parts().get(place).start();
    }

    /** A part, or a Chinese character with the next. */
    private int endOfPart(String term, int place) {
        Part part = parts().get(place);
        if (!text.text().startsWith(term, part.start())) {
            return Open.isOpen(term) && Open.of(term).allows(part.in(text.text())) ? part.end() : NOT_HERE;
        }
        int end = part.start() + term.length();
        return end == part.end()
                        || (isPair(place) && end == parts().get(place + 1).end())
                ? end
                : NOT_HERE;
    }

    private boolean isPair(int place) {
        return place + 1 < parts().size()
                && parts().get(place).han()
                && parts().get(place + 1).han()
                && parts().get(place).touches(parts().get(place + 1));
    }

    private int endOfSound(String term, int place) {
        if (place < 0 || place == parts().size()) {
            return term.equals(place < 0 ? TokenLists.BEGIN : TokenLists.END) ? start(place) : NOT_HERE;
        }
        Part part = parts().get(place);
        return TokenLists.soundsOf(part, text.text()).contains(term) ? part.end() : NOT_HERE;
    }
}
