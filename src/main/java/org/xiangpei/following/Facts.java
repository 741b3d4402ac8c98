package org.xiangpei.following;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * What a follower sees of a target, by a key that stays: two of them are compared to tell what has changed.
 *
 * @param name of the target
 * @param all by key
 */
record Facts(String name, Map<String, Fact> all) {

    private static final int TOLD = 4;
    private static final int LONGEST = 60;

    /** What a target that is not there any more has. */
    static final String GONE = "已移出目录。";

    /**
     * @param label in Chinese
     * @param text in Chinese; never empty
     */
    record Fact(String label, String text) {}

    Facts {
        all = Collections.unmodifiableMap(new LinkedHashMap<>(all));
    }

    /** What is different now, in a sentence for people; empty where nothing is. */
    String changesTo(Facts now) {
        SequencedMap<String, Fact> keys = new LinkedHashMap<>(now.all);
        all.forEach(keys::putIfAbsent);
        List<String> changes = new ArrayList<>();
        keys.forEach((key, fact) -> {
            Fact before = all.get(key);
            Fact after = now.all.get(key);
            if (!Objects.equals(textOf(before), textOf(after))) {
                changes.add(change(fact.label(), before, after));
            }
        });
        if (changes.isEmpty()) {
            return "";
        }
        String first = changes.stream().limit(TOLD).collect(Collectors.joining("；"));
        return changes.size() <= TOLD ? first + "。" : first + "；等 " + changes.size() + " 处。";
    }

    private static @Nullable String textOf(@Nullable Fact fact) {
        return fact == null ? null : fact.text();
    }

    private static String change(String label, @Nullable Fact before, @Nullable Fact after) {
        if (before == null) {
            return label + "：新增 " + brief(Objects.requireNonNull(after).text());
        }
        if (after == null) {
            return label + "：不再载明，原为 " + brief(before.text());
        }
        return label + "：" + brief(before.text()) + " → " + brief(after.text());
    }

    private static String brief(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
