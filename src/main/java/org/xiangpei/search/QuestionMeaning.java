package org.xiangpei.search;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What users' questions mean, remembered: the same ones are asked again and again, and each page of an answer asks once more. */
public final class QuestionMeaning implements Meaning {

    /** About 2 KiB each. */
    private static final int MOST_REMEMBERED = 1000;

    /** Fewer Chinese characters say too little: what is not Chinese are codes, models and typing errors, which the words find better. */
    private static final int LEAST_CHINESE = 2;

    private final Meaning meaning;
    private final Map<String, SentenceVector> remembered = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SentenceVector> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    public QuestionMeaning(Meaning meaning) {
        this.meaning = meaning;
    }

    /** Empty also for a question that is no sentence: a blank one, a single character, a code. */
    @Override
    public Optional<SentenceVector> of(String question) {
        String asked = question.strip();
        if (asked.codePoints()
                        .filter(Character::isIdeographic)
                        .limit(LEAST_CHINESE)
                        .count()
                < LEAST_CHINESE) {
            return Optional.empty();
        }
        synchronized (remembered) {
            SentenceVector known = remembered.get(asked);
            if (known != null) {
                return Optional.of(known);
            }
        }
        Optional<SentenceVector> computed = meaning.of(asked);
        synchronized (remembered) {
            computed.ifPresent(vector -> remembered.put(asked, vector));
        }
        return computed;
    }
}
