package org.xiangpei.search.lucene;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.sourceforge.pinyin4j.PinyinHelper;
import net.sourceforge.pinyin4j.format.HanyuPinyinOutputFormat;
import net.sourceforge.pinyin4j.format.HanyuPinyinToneType;
import net.sourceforge.pinyin4j.format.HanyuPinyinVCharType;
import net.sourceforge.pinyin4j.format.exception.BadHanyuPinyinOutputFormatCombination;

/** How characters sound: pinyin (拼音) without tones, ü written v as it is typed. */
final class Sounds {

    /** The common characters of GB 2312 and more: no syllable is written with rarer ones only. */
    private static final int FIRST_CHARACTER = 0x4e00;

    private static final int LAST_CHARACTER = 0x9fa5;
    private static final int LONGEST_SYLLABLE = 6;
    private static final int LONGEST_TYPED = 40;
    private static final int MOST_READINGS = 4;

    private static final HanyuPinyinOutputFormat TYPED = typed();

    /** By character; there are only so many. */
    private static final Map<Character, Set<String>> READ = new ConcurrentHashMap<>();

    private Sounds() {}

    /** A character is read in one way or in several; none that is not Chinese. Remembered: the library takes its time. */
    static Set<String> of(char character) {
        return READ.computeIfAbsent(character, Sounds::read);
    }

    private static Set<String> read(char character) {
        try {
            String[] readings = PinyinHelper.toHanyuPinyinStringArray(character, TYPED);
            return readings == null
                    ? Set.of()
                    : Collections.unmodifiableSet(new LinkedHashSet<>(Arrays.asList(readings)));
        } catch (BadHanyuPinyinOutputFormatCombination e) {
            throw new IllegalStateException(e);
        }
    }

    /** What many speakers of the south do not tell apart: zh and z, ch and c, sh and s, n and l, in and ing, en and eng, an and ang. */
    static String blurred(String syllable) {
        String blurred = syllable.replaceFirst("^([zcs])h", "$1").replaceFirst("^n(?=.)", "l");
        return blurred.endsWith("ng") ? blurred.substring(0, blurred.length() - 1) : blurred;
    }

    /** The ways to cut letters into syllables, those with the fewest first; none when they are not pinyin. */
    static List<List<String>> syllables(String letters) {
        if (letters.length() > LONGEST_TYPED) {
            return List.of();
        }
        var cuts = new ArrayList<List<String>>();
        cut(letters.replace('ü', 'v'), 0, new ArrayDeque<>(), cuts);
        return cuts.stream()
                .sorted(Comparator.comparingInt(List::size))
                .limit(MOST_READINGS)
                .toList();
    }

    /** The syllables that begin so; none for what no syllable begins with. */
    static Set<String> syllablesFrom(String beginning) {
        return Known.SYLLABLES.stream()
                .filter(syllable -> syllable.startsWith(beginning))
                .collect(Collectors.toSet());
    }

    private static void cut(String letters, int from, ArrayDeque<String> taken, List<List<String>> cuts) {
        if (from == letters.length()) {
            cuts.add(List.copyOf(taken));
            return;
        }
        int last = Math.min(letters.length(), from + LONGEST_SYLLABLE);
        for (int end = last; end > from && cuts.size() < 8 * MOST_READINGS; end--) {
            String syllable = letters.substring(from, end);
            if (Known.SYLLABLES.contains(syllable)) {
                taken.addLast(syllable);
                cut(letters, end, taken, cuts);
                taken.removeLast();
            }
        }
    }

    private static HanyuPinyinOutputFormat typed() {
        var format = new HanyuPinyinOutputFormat();
        format.setToneType(HanyuPinyinToneType.WITHOUT_TONE);
        format.setVCharType(HanyuPinyinVCharType.WITH_V);
        return format;
    }

    /** Read when pinyin is first typed. */
    private static final class Known {
        static final Set<String> SYLLABLES = IntStream.rangeClosed(FIRST_CHARACTER, LAST_CHARACTER)
                .mapToObj(character -> of((char) character))
                .flatMap(Set::stream)
                .filter(syllable -> syllable.length() > 1 || "aeo".contains(syllable))
                .collect(Collectors.toUnmodifiableSet());
    }
}
