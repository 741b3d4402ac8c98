package org.xiangpei.search.lucene;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;

import org.xiangpei.search.lucene.Phrase.Slot;

/**
 * Looks for what a word that occurs nowhere was meant to be: typed in pinyin or by first letters, with a character that sounds or
 * looks like the right one, with a character too many, too few or in the wrong place, or a model number without its dashes.
 */
final class NearQuery {

    private static final float BY_SOUND = 0.7f;
    private static final float BY_BLURRED_SOUND = 0.4f;
    private static final float BY_FIRST_LETTERS = 0.5f;
    private static final float BY_SHAPE = 0.6f;
    private static final float BY_SLIP = 0.4f;
    private static final float BY_MODEL = 0.6f;

    /** Fewer letters stand for too many words, unless they are all of a word. */
    private static final int TELLING_LETTERS = 4;

    private static final int MOST_REMEMBERED = 2_000;
    private static final int LONGEST = 24;

    private final Dictionary terms;
    private final Set<Component> components;
    private final Shapes shapes;
    private final Memory<String, Near> remembered = new Memory<>(MOST_REMEMBERED);

    /** @param phrases what the query asks for, to find it in a product that is read */
    record Near(Query query, Sought phrases) {

        static final Near NOTHING = new Near(MatchNoDocsQuery.INSTANCE, Sought.of(List.of()));
    }

    /** One of the ways to be near. */
    private record Way(Query query, Phrase phrase) {}

    NearQuery(Dictionary terms, Set<Component> components) {
        this.terms = terms;
        this.components = components;
        this.shapes = new Shapes(terms);
    }

    Near of(String folded) {
        if (folded.length() > LONGEST || folded.chars().anyMatch(c -> Character.isSurrogate((char) c))) {
            return Near.NOTHING;
        }
        return remembered.get(folded, this::build);
    }

    private Near build(String folded) {
        List<Part> parts = Part.of(folded);
        var ways = new ArrayList<Way>();
        for (TextField field : TextField.SOUNDED) {
            if (components.contains(Component.PINYIN)) {
                addSounds(field, folded, parts, ways);
            }
            if (components.contains(Component.SPELLING) && parts.stream().allMatch(Part::han)) {
                addSlips(field, folded, ways);
            }
        }
        if (components.contains(Component.SPELLING) && parts.stream().noneMatch(Part::han) && folded.length() > 2) {
            addModels(folded, parts, ways);
        }
        return ways.isEmpty()
                ? Near.NOTHING
                : new Near(
                        KeptQuery.of(new DisjunctionMaxQuery(
                                ways.stream().map(Way::query).toList(), 0)),
                        Sought.of(ways.stream().map(Way::phrase).toList()));
    }

    private void addSounds(TextField field, String folded, List<Part> parts, List<Way> ways) {
        String letters = parts.size() == 1 && parts.getFirst().kind() == Part.Kind.LETTERS ? folded : "";
        for (List<Collection<String>> reading : readings(folded, parts, letters)) {
            if (reading.size() > 1 || letters.length() > 2) {
                add(phrase(field.sounds(), reading), field, BY_SOUND, ways);
            }
            if (reading.size() > 1) {
                add(phrase(field.sounds(), blurred(reading)), field, BY_BLURRED_SOUND, ways);
            }
        }
        if (letters.length() >= TELLING_LETTERS) {
            add(phrase(field.sounds(), firstLetters(letters, "", "")), field, BY_FIRST_LETTERS, ways);
        } else if (letters.length() == TELLING_LETTERS - 1) {
            addInitials(field, TokenLists.BEGIN, letters, "", ways);
            addInitials(field, "", letters, TokenLists.END, ways);
        } else if (letters.length() == TELLING_LETTERS - 2) {
            addInitials(field, TokenLists.BEGIN, letters, TokenLists.END, ways);
        }
    }

    /** At an end of a name, where our own index has them as one term; what is marked is heard letter by letter all the same. */
    private void addInitials(TextField field, String begin, String letters, String end, List<Way> ways) {
        Phrase single = phrase(field.sounds(), firstLetters(letters, begin, end));
        Phrase asked = terms.joinsInitials() ? phrase(field.sounds(), List.of(List.of(begin + letters + end))) : single;
        add(asked.in(terms), single, field, BY_FIRST_LETTERS, ways);
    }

    /** What could be heard: letters are cut into syllables, in more than one way where they can be; a character has its readings. */
    private static List<List<Collection<String>>> readings(String folded, List<Part> parts, String letters) {
        if (!letters.isEmpty()) {
            return Sounds.syllables(letters).stream()
                    .map(cut -> cut.stream()
                            .map(syllable -> (Collection<String>) List.of(syllable))
                            .toList())
                    .toList();
        }
        List<Collection<String>> reading = new ArrayList<>();
        for (Part part : parts) {
            Set<String> sounds = part.han() ? Sounds.of(folded.charAt(part.start())) : Set.of();
            reading.add(sounds.isEmpty() ? List.of(part.in(folded)) : sounds);
        }
        return List.of(reading);
    }

    private static List<Collection<String>> blurred(List<Collection<String>> reading) {
        UnaryOperator<String> blur = sound -> TokenLists.BLURRED + Sounds.blurred(sound);
        return reading.stream()
                .map(sounds -> (Collection<String>) sounds.stream().map(blur).collect(Collectors.toSet()))
                .toList();
    }

    private static List<Collection<String>> firstLetters(String letters, String begin, String end) {
        return (begin + letters + end)
                .chars()
                .mapToObj(letter -> (Collection<String>) List.of(String.valueOf((char) letter)))
                .toList();
    }

    /** One character replaced, forgotten, too many, or exchanged with the next. */
    private void addSlips(TextField field, String word, List<Way> ways) {
        List<String> characters = word.chars()
                .mapToObj(character -> String.valueOf((char) character))
                .toList();
        int length = characters.size();
        for (int i = 0; i < length; i++) {
            List<String> alike = length > 1 ? shapes.like(word.charAt(i)) : List.of();
            if (!alike.isEmpty()) {
                add(phrase(field.parts(), replaced(characters, i, alike)), field, BY_SHAPE, ways);
            }
            if (length > 3) {
                add(new Phrase(field.parts(), without(characters, i, true)), field, BY_SLIP, ways);
            }
            if (length > 3 || (length > 2 && isDoubled(word, i))) {
                add(new Phrase(field.parts(), without(characters, i, false)), field, BY_SLIP, ways);
            }
            if (length > 2 && i > 0) {
                add(new Phrase(field.parts(), gapBefore(characters, i)), field, BY_SLIP, ways);
                add(phrase(field.parts(), exchanged(characters, i)), field, BY_SLIP, ways);
            }
        }
    }

    private static boolean isDoubled(String word, int at) {
        return at > 0 && word.charAt(at) == word.charAt(at - 1);
    }

    private static List<Collection<String>> replaced(List<String> characters, int at, List<String> by) {
        return IntStream.range(0, characters.size())
                .mapToObj(i -> (Collection<String>) (i == at ? by : List.of(characters.get(i))))
                .toList();
    }

    private static List<Collection<String>> exchanged(List<String> characters, int at) {
        return IntStream.range(0, characters.size())
                .mapToObj(i -> i == at ? at - 1 : i == at - 1 ? at : i)
                .map(i -> (Collection<String>) List.of(characters.get(i)))
                .toList();
    }

    private static List<Slot> without(List<String> characters, int left, boolean keepsPlace) {
        return IntStream.range(0, characters.size())
                .filter(i -> i != left)
                .mapToObj(i -> new Slot(characters.get(i), i > left && !keepsPlace ? i - 1 : i))
                .toList();
    }

    private static List<Slot> gapBefore(List<String> characters, int at) {
        return IntStream.range(0, characters.size())
                .mapToObj(i -> new Slot(characters.get(i), i < at ? i : i + 1))
                .toList();
    }

    private void addModels(String folded, List<Part> parts, List<Way> ways) {
        String squashed = EntryDocument.squash(folded);
        for (TextField field : TextField.MODELLED) {
            List<String> longer = terms.startingWith(field.squashed(), squashed);
            if (!longer.isEmpty()) {
                add(new Phrase(field.squashed(), List.of(new Slot(longer, 0))), field, BY_MODEL, ways);
            }
            List<Slot> slots = IntStream.range(0, parts.size())
                    .mapToObj(i -> new Slot(alike(field, parts.get(i), folded), i))
                    .toList();
            add(new Phrase(field.parts(), slots), field, BY_SLIP, ways);
        }
    }

    private Collection<String> alike(TextField field, Part part, String folded) {
        String text = part.in(folded);
        return part.kind() == Part.Kind.LETTERS && text.length() > 2
                ? terms.oneSlipFrom(field.parts(), text)
                : List.of(text);
    }

    private static Phrase phrase(String field, List<Collection<String>> terms) {
        return new Phrase(
                field,
                IntStream.range(0, terms.size())
                        .mapToObj(i -> new Slot(terms.get(i), i))
                        .toList());
    }

    private void add(Phrase phrase, TextField field, float weight, List<Way> ways) {
        add(phrase.in(terms), phrase, field, weight, ways);
    }

    private static void add(Query query, Phrase phrase, TextField field, float weight, List<Way> ways) {
        if (TextQuery.canMatch(query)) {
            ways.add(new Way(new BoostQuery(query, weight * field.weight()), phrase));
        }
    }
}
