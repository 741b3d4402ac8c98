package org.xiangpei.recognition.web;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.xiangpei.recognition.Verdict;
import org.xiangpei.shared.Labels;

/**
 * A city's answer as it is read.
 *
 * @param tone of the badge
 * @param fields what of the filing is meant, in words
 * @param evidence where its paper can be saved; null for none
 */
record VerdictView(
        String city,
        String answer,
        String tone,
        int round,
        String by,
        String at,
        List<String> reasons,
        List<String> fields,
        @Nullable String note,
        @Nullable String evidence) {

    /** @param files the address under which papers are saved */
    static VerdictView of(Verdict verdict, Map<String, String> labels, String files, Words words) {
        return new VerdictView(
                Words.bureau(verdict.city()),
                Labels.of(verdict.answer()),
                Words.tone(verdict.answer()),
                verdict.round(),
                verdict.by().name(),
                words.time(verdict.at()),
                verdict.reasons().stream().map(Labels::of).toList(),
                verdict.fields().stream().map(it -> labels.getOrDefault(it, it)).toList(),
                verdict.note().orElse(null),
                verdict.evidence().map(it -> files + it).orElse(null));
    }
}
