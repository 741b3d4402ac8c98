package org.xiangpei.search.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.xiangpei.search.Reason;
import org.xiangpei.search.Reason.Field;
import org.xiangpei.search.SearchResult;
import org.xiangpei.search.SearchResult.FoundBy;
import org.xiangpei.search.SearchResult.Hit;
import org.xiangpei.shared.Labels;

/**
 * Says beside a result why it was found, as far as the page does not show it: a word in the name is marked there, and what stands above
 * all results is not told again beside each.
 *
 * @param relaxed whether products were let in that lack some of the words
 * @param byMeaning whether no product on the page has any of the words, which is said above them
 * @param read what the question was taken for, which is said above the results; or null
 */
record WhyFound(
        boolean relaxed, boolean byMeaning, @Nullable String read) {

    static WhyFound in(SearchResult result) {
        boolean byMeaning =
                result.hits().items().stream().noneMatch(hit -> hit.foundBy().contains(FoundBy.WORDS));
        return new WhyFound(result.relaxed(), byMeaning, result.didYouMean());
    }

    /** Short remarks, those of the words first; often none. */
    List<String> of(Hit hit) {
        Map<Field, List<String>> words = new LinkedHashMap<>();
        var others = new ArrayList<String>();
        for (Reason reason : hit.reasons()) {
            switch (reason.kind()) {
                case WORD -> addWord(reason, hit.reasons().size(), words);
                case SYNONYM -> others.add(instead(reason));
                case SOUND -> addRead("读音 ", reason, others);
                case SPELLING -> addRead("近似 ", reason, others);
                case MEANING -> addMeaning(hit, others);
            }
        }
        var remarks = new ArrayList<String>();
        words.forEach((field, found) -> remarks.add(Labels.of(field) + "有“" + String.join("、", found) + "”"));
        remarks.addAll(others);
        return remarks;
    }

    /** A single character beside other words says nothing. */
    private static void addWord(Reason reason, int reasons, Map<Field, List<String>> words) {
        Field field = reason.fields().getFirst();
        boolean says = reason.typed().length() > 1 || reasons == 1;
        if (!isHeading(field) && says) {
            List<String> found = words.computeIfAbsent(field, any -> new ArrayList<>());
            if (!found.contains(reason.found())) {
                found.add(reason.found());
            }
        }
    }

    private void addRead(String how, Reason reason, List<String> remarks) {
        if (read == null || !read.contains(reason.found())) {
            remarks.add(how + instead(reason));
        }
    }

    private void addMeaning(Hit hit, List<String> remarks) {
        if (!byMeaning && (relaxed || !hit.foundBy().contains(FoundBy.WORDS))) {
            remarks.add("意思相近");
        }
    }

    private static String instead(Reason reason) {
        Field field = reason.fields().getFirst();
        return reason.typed() + " → " + reason.found() + (isHeading(field) ? "" : "（" + Labels.of(field) + "）");
    }

    private static boolean isHeading(Field field) {
        return field == Field.NAME || field == Field.MODEL;
    }
}
