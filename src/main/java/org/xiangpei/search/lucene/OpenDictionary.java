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

        static boolean isOpen(String term) {
            return term.endsWith(ANY_ENDING) || term.endsWith(ANY_SLIP);
        }

        /** Whether it stands for a term. */
        boolean allows(String term) {
            return switch (kind) {
                case EXACT -> term.equals(text);
                case BEGINNING -> term.startsWith(text);
                case SLIP -> isSlip(term);
            };
        }

        /** One letter but the first forgotten, added, changed or exchanged with the next. */
        private boolean isSlip(String term) {
            int shorter = Math.min(text.length(), term.length());
            int same = 0;
            while (same < shorter && text.charAt(same) == term.charAt(same)) {
                same++;
            }
            int ending = 0;
            while (ending < shorter - same
                    && text.charAt(text.length() - 1 - ending) == term.charAt(term.length() - 1 - ending)) {
                ending++;
            }
            String one = text.substring(same, text.length() - ending);
            String other = term.substring(same, term.length() - ending);
            boolean exchanged = one.length() == 2 && one.contentEquals(new StringBuilder(other).reverse());
            return same > 0 && (exchanged || (one.length() < 2 && other.length() < 2));
        }
    }

    @Override
    public boolean joinsInitials() {
        return false;
    }

    @Override
    public boolean has(String field, String term) {
        return true;
    }

    @Override
    public List<String> startingWith(String field, String beginning) {
        return List.of(anyEnding(beginning));
    }

    /** Stands for all terms that begin so. */
    static String anyEnding(String beginning) {
        return beginning + ANY_ENDING;
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
