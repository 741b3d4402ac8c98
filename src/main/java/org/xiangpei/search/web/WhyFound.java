package org.xiangpei.search.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.xiangpei.search.Reason;
import org.xiangpei.search.Reason.Field;
import org.xiangpei.search.SearchResult.FoundBy;
import org.xiangpei.search.SearchResult.Hit;
import org.xiangpei.shared.Labels;

/** Says under a result why it was found, as far as its heading does not show it: a word in the name is marked there, and not told again. */
final class WhyFound {

    private WhyFound() {}

    /**
     * Short remarks, in the order of the question; none where the heading says it all.
     *
     * @param relaxed whether products were let in that lack some of the words
     */
    static List<String> of(Hit hit, boolean relaxed) {
        var remarks = new ArrayList<String>();
        Map<Field, List<String>> words = new LinkedHashMap<>();
        for (Reason reason : hit.reasons()) {
            switch (reason.kind()) {
                case WORD -> addWord(reason, hit.reasons().size(), words);
                case SYNONYM -> remarks.add(instead(reason));
                case SOUND -> remarks.add("读音 " + instead(reason));
                case SPELLING -> remarks.add("近似 " + instead(reason));
                case MEANING -> {
                    if (relaxed || !hit.foundBy().contains(FoundBy.WORDS)) {
                        remarks.add("意思相近");
                    }
                }
            }
        }
        var all = new ArrayList<String>();
        words.forEach((field, found) -> all.add(Labels.of(field) + "有“" + String.join("、", found) + "”"));
        all.addAll(remarks);
        return all;
    }

    /** A single character beside other words says nothing. */
    private static void addWord(Reason reason, int reasons, Map<Field, List<String>> words) {
        Field field = reason.fields().getFirst();
        boolean says = reason.found().length() > 1 || reasons == 1;
        if (!isHeading(field) && says) {
            List<String> found = words.computeIfAbsent(field, any -> new ArrayList<>());
            if (!found.contains(reason.found())) {
                found.add(reason.found());
            }
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
