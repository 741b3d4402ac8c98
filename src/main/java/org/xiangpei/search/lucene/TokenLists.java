package org.xiangpei.search.lucene;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.xiangpei.search.lucene.ListTokenizer.Token;

/** What folded text is cut into. */
final class TokenLists {

    /** Stand before the first and after the last sound of a value. */
    static final String BEGIN = "^";

    static final String END = "$";

    /** Marks a sound that is only nearly right. */
    static final String BLURRED = "~";

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
