package org.xiangpei.search.lucene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.MultiPhraseQuery;

import org.xiangpei.search.lucene.OpenDictionary.Open;
import org.xiangpei.search.lucene.Phrase.Slot;

/** Terms at their places, as Elasticsearch is asked for them: in the {@link Layer}s that a field was spread over. */
record LayeredPhrase(String field, List<Slot> slots) {

    /** A beginning or a slip stands for at most so many terms. */
    private static final int MOST_EXPANSIONS = 64;

    /** A token in a field that could be at a place. */
    private record Atom(String field, Open term) {}

    static LayeredPhrase of(MultiPhraseQuery phrase) {
        Term[][] terms = phrase.getTermArrays();
        int[] places = phrase.getPositions();
        return new LayeredPhrase(
                terms[0][0].field(),
                IntStream.range(0, terms.length)
                        .mapToObj(i ->
                                new Slot(Arrays.stream(terms[i]).map(Term::text).toList(), places[i]))
                        .toList());
    }

    /** Whether a field of Lucene is spread over layers. */
    static boolean isLayered(String field) {
        return isSounds(field) || isParts(field);
    }

    Map<String, Object> dsl() {
        if (isParts(field) && slots.stream().allMatch(LayeredPhrase::isPair) && isUnbroken(slots)) {
            return inOneField(Layer.PAIRS.fields(base()).getFirst(), slots);
        }
        List<Slot> singles = isParts(field) ? singles() : slots;
        if (!isSounds(field) && isUnbroken(singles) && singles.stream().allMatch(LayeredPhrase::isExact)) {
            return inOneField(plainField(), singles);
        }
        return singles.size() == 1 ? anyOf(atoms(singles.getFirst())) : near(singles);
    }

    private static boolean isParts(String field) {
        return field.endsWith("." + TextField.PARTS) || field.equals(EntryDocument.BEGINNING);
    }

    private static boolean isSounds(String field) {
        return field.endsWith("." + TextField.SOUNDS);
    }

    private static boolean isPair(Slot slot) {
        return isExact(slot) && Layer.ofPart(slot.terms().iterator().next()) == Layer.PAIRS;
    }

    private static boolean isExact(Slot slot) {
        return slot.terms().size() == 1
                && Open.of(slot.terms().iterator().next()).kind() == Open.Kind.EXACT;
    }

    private static boolean isUnbroken(List<Slot> slots) {
        return IntStream.range(1, slots.size())
                .allMatch(i -> slots.get(i).at() == slots.get(i - 1).at() + 1);
    }

    private String base() {
        return field.equals(EntryDocument.BEGINNING) ? field : field.substring(0, field.lastIndexOf('.'));
    }

    private String plainField() {
        return isParts(field) ? Layer.PARTS.fields(base()).getFirst() : field;
    }

    /** Pairs that are not in a row with other pairs say the same by their characters. */
    private List<Slot> singles() {
        var singles = new TreeMap<Integer, Collection<String>>();
        for (Slot slot : slots) {
            if (isPair(slot)) {
                String pair = slot.terms().iterator().next();
                int second = pair.offsetByCodePoints(0, 1);
                singles.put(slot.at(), List.of(pair.substring(0, second)));
                singles.put(slot.at() + 1, List.of(pair.substring(second)));
            } else {
                singles.put(slot.at(), slot.terms());
            }
        }
        return singles.entrySet().stream()
                .map(single -> new Slot(single.getValue(), single.getKey()))
                .toList();
    }

    private static Map<String, Object> inOneField(String field, List<Slot> exact) {
        List<String> terms =
                exact.stream().map(slot -> slot.terms().iterator().next()).toList();
        return terms.size() == 1
                ? QueryDsl.exact(field, terms.getFirst())
                : Map.of("match_phrase", Map.of(field, String.join(" ", terms)));
    }

    private List<Atom> atoms(Slot slot) {
        return slot.terms().stream()
                .flatMap(term -> fields(term).map(layer -> new Atom(layer, Open.of(term))))
                .toList();
    }

    private Stream<String> fields(String term) {
        return isSounds(field) ? Layer.ofSound(term).fields(base()).stream() : Stream.of(plainField());
    }

    private static Map<String, Object> anyOf(List<Atom> atoms) {
        return atoms.size() == 1
                ? one(atoms.getFirst())
                : Map.of(
                        "bool",
                        Map.of("should", atoms.stream().map(LayeredPhrase::one).toList()));
    }

    private static Map<String, Object> one(Atom atom) {
        return switch (atom.term().kind()) {
            case EXACT -> QueryDsl.exact(atom.field(), atom.term().text());
            case BEGINNING, SLIP -> expanded(atom);
        };
    }

    private static Map<String, Object> expanded(Atom atom) {
        var open = new LinkedHashMap<String, Object>();
        open.put("value", atom.term().text());
        open.put("rewrite", "top_terms_" + MOST_EXPANSIONS);
        if (atom.term().kind() == Open.Kind.BEGINNING) {
            return Map.of("prefix", Map.of(atom.field(), open));
        }
        open.put("fuzziness", 1);
        open.put("prefix_length", 1);
        open.put("max_expansions", MOST_EXPANSIONS);
        return Map.of("fuzzy", Map.of(atom.field(), open));
    }

    /** One after the other at their places, each in whichever of its layers. */
    private Map<String, Object> near(List<Slot> slots) {
        String counted = atoms(slots.getFirst()).getFirst().field();
        var clauses = new ArrayList<Map<String, Object>>();
        int next = slots.getFirst().at();
        for (Slot slot : slots) {
            if (slot.at() > next) {
                clauses.add(Map.of("span_gap", Map.of(counted, slot.at() - next)));
            }
            clauses.add(span(atoms(slot), counted));
            next = slot.at() + 1;
        }
        return Map.of("span_near", Map.of("clauses", clauses, "slop", 0, "in_order", true));
    }

    private static Map<String, Object> span(List<Atom> atoms, String counted) {
        List<Map<String, Object>> spans =
                atoms.stream().map(atom -> span(atom, counted)).toList();
        return spans.size() == 1 ? spans.getFirst() : Map.of("span_or", Map.of("clauses", spans));
    }

    private static Map<String, Object> span(Atom atom, String counted) {
        Map<String, Object> span = atom.term().kind() == Open.Kind.EXACT
                ? Map.of("span_term", Map.of(atom.field(), atom.term().text()))
                : Map.of("span_multi", Map.of("match", expanded(atom)));
        return atom.field().equals(counted)
                ? span
                : Map.of("span_field_masking", Map.of("query", span, "field", counted));
    }
}
