package org.xiangpei.search.lucene;

import java.util.List;

/** Which terms an index has: what a query need not ask for, and what an unfinished or misspelt term may stand for. */
interface Dictionary {

    /** Whether first letters at an end of a name are one term ({@link TokenLists#soundsWithInitials}). */
    boolean joinsInitials();

    boolean has(String field, String term);

    /** Terms of a field that begin so. */
    List<String> startingWith(String field, String beginning);

    /** Terms of a field that one letter forgotten, added, changed or exchanged makes of a text; the text itself as well. */
    List<String> oneSlipFrom(String field, String text);

    /** The Chinese characters of a field. */
    List<String> characters(String field);
}
