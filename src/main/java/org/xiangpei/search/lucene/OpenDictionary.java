package org.xiangpei.search.lucene;

import java.util.List;
import java.util.function.Supplier;

/**
 * For an index that is elsewhere, and whose terms are not known here: any term may be there. What a beginning or a slip stands for is
 * left open, as a mark that {@link QueryDsl} turns into a question.
 *
 * @param names their Chinese characters, asked for when first needed
 */
record OpenDictionary(Supplier<List<String>> names) implements Dictionary {

    /** Follow an open term; neither is a letter, and so neither stands in a term. */
    private static final String ANY_ENDING = "\uE000";

    private static final String ANY_SLIP = "\uE001";

    /** A term as it is, or what it stands for. */
    record Open(Kind kind, String text) {

        enum Kind {
            EXACT,
            BEGINNING,
            SLIP
        }

        static Open of(String term) {
            String text = term.substring(0, Math.max(0, term.length() - 1));
            return term.endsWith(ANY_ENDING)
                    ? new Open(Kind.BEGINNING, text)
                    : term.endsWith(ANY_SLIP) ? new Open(Kind.SLIP, text) : new Open(Kind.EXACT, term);
        }
    }

    @Override
    public boolean has(String field, String term) {
        return true;
    }

    @Override
    public List<String> startingWith(String field, String beginning) {
        return List.of(beginning + ANY_ENDING);
    }

    @Override
    public List<String> oneSlipFrom(String field, String text) {
        return List.of(text + ANY_SLIP);
    }

    /** Only those of names are ever asked for. */
    @Override
    public List<String> characters(String field) {
        return names.get();
    }
}
