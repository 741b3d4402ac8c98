package org.xiangpei.search.lucene;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.xiangpei.search.lucene.ListTokenizer.Token;

/** What folded text is cut into. */
final class TokenLists {

    /** Stand before the first and after the last sound of a value. */
    static final String BEGIN = "^";

    static final String END = "$";

    /** Marks a sound that is only nearly right. */
    static final String BLURRED = "~";

    /** So many first letters are one token at the beginning and at the end of a name. */
    private static final int JOINED = 3;

    /** A longer model number is found by its beginning. */
    private static final int LONGEST_SQUASHED = 32;

    /** By character; there are only so many. */
    private static final Map<Character, Set<String>> SOUNDS = new ConcurrentHashMap<>();

    private TokenLists() {}

    /** Every part at its own position, and at the position of a Chinese character also the pair with the next: what never misses. */
    static List<Token> parts(String text) {
        List<Part> parts = Part.of(text);
        var tokens = new ArrayList<Token>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            tokens.add(new Token(part.in(text), part.start(), part.end(), 1));
            if (part.han() && i + 1 < parts.size() && parts.get(i + 1).han() && part.touches(parts.get(i + 1))) {
                int end = parts.get(i + 1).end();
                tokens.add(new Token(text.substring(part.start(), end), part.start(), end, 0));
            }
        }
        return tokens;
    }

    /** At the position of every character its readings, whole, blurred and by their first letter; other parts as they are. */
    static List<Token> sounds(String text) {
        var tokens = new ArrayList<Token>();
        tokens.add(new Token(BEGIN, 0, 0, 1));
        for (Part part : Part.of(text)) {
            int positions = 1;
            for (String sound : soundsOf(part, text)) {
                tokens.add(new Token(sound, part.start(), part.end(), positions));
                positions = 0;
            }
        }
        tokens.add(new Token(END, text.length(), text.length(), 1));
        return tokens;
    }

    /**
     * The same, and as one token the first letters of the first three parts, of the last three, and of both parts where there are no more:
     * single letters are so frequent that to find three of them in a row means to read nearly every name.
     */
    static List<Token> soundsWithInitials(String text) {
        List<Token> sounds = sounds(text);
        List<Set<String>> letters =
                Part.of(text).stream().map(part -> initials(part, text)).toList();
        int count = letters.size();
        var tokens = new ArrayList<Token>(sounds.size() + 4);
        tokens.add(sounds.getFirst());
        if (count == 2) {
            joined(letters).forEach(both -> tokens.add(new Token(BEGIN + both + END, 0, 0, 0)));
        }
        if (count >= JOINED) {
            joined(letters.subList(0, JOINED)).forEach(first -> tokens.add(new Token(BEGIN + first, 0, 0, 0)));
        }
        tokens.addAll(sounds.subList(1, sounds.size()));
        if (count >= JOINED) {
            joined(letters.subList(count - JOINED, count))
                    .forEach(last -> tokens.add(new Token(last + END, text.length(), text.length(), 0)));
        }
        return tokens;
    }

    private static Set<String> initials(Part part, String text) {
        return soundsOf(part, text).stream()
                .filter(sound -> sound.length() == 1)
                .collect(Collectors.toSet());
    }

    private static Set<String> joined(List<Set<String>> letters) {
        Set<String> joined = Set.of("");
        for (Set<String> place : letters) {
            joined = joined.stream()
                    .flatMap(before -> place.stream().map(letter -> before + letter))
                    .collect(Collectors.toSet());
        }
        return joined;
    }

    /** All that can be typed for a part: the readings of a character, else the part itself. */
    static Set<String> soundsOf(Part part, String text) {
        Set<String> sounds =
                part.han() ? SOUNDS.computeIfAbsent(text.charAt(part.start()), TokenLists::soundsOf) : Set.of();
        return sounds.isEmpty() ? Set.of(part.in(text)) : sounds;
    }

    private static Set<String> soundsOf(char character) {
        Set<String> readings = Sounds.of(character);
        var sounds = new LinkedHashSet<String>();
        for (String reading : readings) {
            sounds.add(reading);
            sounds.add(BLURRED + Sounds.blurred(reading));
            sounds.add(reading.substring(0, 1));
        }
        return sounds;
    }

    /** Model numbers without what separates, from every part on: {@code scbh17-630/10} is {@code scbh1763010}, {@code 1763010}, … */
    static List<Token> squashed(String text) {
        List<Part> parts = Part.of(text);
        var tokens = new ArrayList<Token>();
        for (int i = 0; i < parts.size(); i++) {
            if (!parts.get(i).han()) {
                var squashed = new StringBuilder();
                int end = i;
                while (end < parts.size() && !parts.get(end).han() && squashed.length() < LONGEST_SQUASHED) {
                    squashed.append(parts.get(end++).in(text));
                }
                tokens.add(new Token(
                        squashed.toString(),
                        parts.get(i).start(),
                        parts.get(end - 1).end(),
                        1));
            }
        }
        return tokens;
    }
}
