package org.xiangpei.search.lucene;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.xiangpei.search.SearchResult.Span;
import org.xiangpei.search.lucene.Phrase.Slot;

/**
 * What is typed so far, by its sound: at every place of a name the readings, the first letters or the characters that may stand there.
 *
 * <p>{@code bianya} are two syllables, {@code bianyaq} two and a first letter, {@code bianyaqi} three, {@code byq} three first letters,
 * {@code diando} a syllable and the beginning of another.
 */
record Typed(List<Collection<String>> places) {

    /** More ways to read the same letters are not tried. */
    private static final int MOST = 12;

    private static final int LONGEST = 24;

    /** Fewer first letters stand for too much: one for anything, two only at the beginning of a name. */
    private static final int FEWEST_LETTERS = 2;

    private static final int TELLING_LETTERS = 3;

    /** The ways to read what was typed, those that take most of it as whole syllables first; none when there are no letters at its end. */
    static List<Typed> of(String folded) {
        List<Part> parts = Part.of(folded);
        int letters = parts.size();
        while (letters > 0 && parts.get(letters - 1).kind() == Part.Kind.LETTERS) {
            letters--;
        }
        String typed = text(parts.subList(letters, parts.size()), folded);
        if (typed.isEmpty() || folded.length() > LONGEST || !areChinese(parts.subList(0, letters))) {
            return List.of();
        }
        List<Collection<String>> characters = readings(parts.subList(0, letters), folded);
        return IntStream.iterate(typed.length(), end -> end >= 0, end -> end - 1)
                .boxed()
                .flatMap(end -> cut(typed, end))
                .map(syllables -> new Typed(joined(characters, syllables)))
                .filter(Typed::isTelling)
                .limit(MOST)
                .toList();
    }

    /** The same sounds, in whatever characters they were typed; blurred as well, for who does not tell them apart. */
    static List<Typed> alike(String folded) {
        List<Part> parts = Part.of(folded);
        if (folded.length() > LONGEST) {
            return List.of();
        }
        List<List<Collection<String>>> readings = areChinese(parts)
                ? List.of(readings(parts, folded))
                : Sounds.syllables(text(parts, folded)).stream()
                        .map(Typed::slots)
                        .toList();
        return readings.stream()
                .flatMap(it -> Stream.of(new Typed(it), new Typed(blurred(it))))
                .filter(it -> it.places().size() >= FEWEST_LETTERS)
                .toList();
    }

    /** One syllable says something, one first letter does not. */
    private boolean isTelling() {
        return places.size() >= FEWEST_LETTERS || !areFirstLetters();
    }

    private boolean areFirstLetters() {
        return places.stream().flatMap(Collection::stream).allMatch(form -> form.length() == 1);
    }

    /** As the beginning of a name. */
    Phrase beginning(String field) {
        return phrase(field, joined(List.of(List.of(TokenLists.BEGIN)), places));
    }

    /** Anywhere in a name; empty for what would stand for too much there. */
    Optional<Phrase> within(String field) {
        int fewest = areFirstLetters() ? TELLING_LETTERS : FEWEST_LETTERS;
        return places.size() < fewest ? Optional.empty() : Optional.of(phrase(field, places));
    }

    /** Where it stands in a name, first. */
    Optional<Span> in(String text) {
        String folded = Folding.fold(text);
        if (folded.length() != text.length()) {
            return Optional.empty();
        }
        List<Part> parts = Part.of(folded);
        return IntStream.rangeClosed(0, parts.size() - places.size())
                .filter(from -> standsAt(from, parts, folded))
                .mapToObj(from -> new Span(
                        parts.get(from).start(),
                        parts.get(from + places.size() - 1).end()))
                .findFirst();
    }

    /** Where what was typed is written in a name, first; the end of it may be the beginning of a foreign word or number. */
    static Optional<Span> written(String folded, String text) {
        List<String> typed =
                Part.of(folded).stream().map(part -> part.in(folded)).toList();
        String name = Folding.fold(text);
        List<Part> parts = Part.of(name);
        if (typed.isEmpty() || name.length() != text.length()) {
            return Optional.empty();
        }
        return IntStream.rangeClosed(0, parts.size() - typed.size())
                .filter(from -> isWrittenAt(from, typed, parts, name))
                .mapToObj(from -> new Span(
                        parts.get(from).start(),
                        parts.get(from + typed.size() - 1).start()
                                + typed.getLast().length()))
                .findFirst();
    }

    private static boolean isWrittenAt(int from, List<String> typed, List<Part> parts, String name) {
        int last = typed.size() - 1;
        return IntStream.range(0, last)
                        .allMatch(i -> parts.get(from + i).in(name).equals(typed.get(i)))
                && parts.get(from + last).in(name).startsWith(typed.get(last));
    }

    private boolean standsAt(int from, List<Part> parts, String folded) {
        return IntStream.range(0, places.size()).allMatch(i -> {
            Set<String> forms = TokenLists.soundsOf(parts.get(from + i), folded);
            return places.get(i).stream().anyMatch(forms::contains);
        });
    }

    /** Whole syllables up to {@code end}, then the beginning of one, or first letters. */
    private static Stream<List<Collection<String>>> cut(String typed, int end) {
        List<List<String>> heads = end == 0 ? List.of(List.of()) : Sounds.syllables(typed.substring(0, end));
        String rest = typed.substring(end);
        var tails = new ArrayList<List<Collection<String>>>();
        if (rest.isEmpty()) {
            tails.add(List.of());
        } else {
            Set<String> begun = rest.length() == 1 ? Set.of() : Sounds.syllablesFrom(rest);
            if (!begun.isEmpty()) {
                tails.add(List.of(begun));
            }
            tails.add(slots(rest.chars()
                    .mapToObj(letter -> String.valueOf((char) letter))
                    .toList()));
        }
        return heads.stream().flatMap(head -> tails.stream().map(tail -> joined(slots(head), tail)));
    }

    private static List<Collection<String>> slots(List<String> forms) {
        return forms.stream().map(form -> (Collection<String>) List.of(form)).toList();
    }

    private static List<Collection<String>> joined(List<Collection<String>> first, List<Collection<String>> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }

    private static List<Collection<String>> readings(List<Part> characters, String folded) {
        return characters.stream()
                .map(part -> (Collection<String>) Sounds.of(folded.charAt(part.start())))
                .toList();
    }

    private static List<Collection<String>> blurred(List<Collection<String>> readings) {
        return readings.stream()
                .map(sounds -> (Collection<String>) sounds.stream()
                        .map(sound -> TokenLists.BLURRED + Sounds.blurred(sound))
                        .toList())
                .toList();
    }

    private static boolean areChinese(List<Part> parts) {
        return parts.stream().allMatch(Part::han);
    }

    private static String text(List<Part> parts, String folded) {
        var text = new StringBuilder();
        parts.forEach(part -> text.append(part.in(folded)));
        return text.toString();
    }

    private static Phrase phrase(String field, List<Collection<String>> places) {
        return new Phrase(
                field,
                IntStream.range(0, places.size())
                        .mapToObj(i -> new Slot(places.get(i), i))
                        .toList());
    }
}
