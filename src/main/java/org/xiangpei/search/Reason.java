package org.xiangpei.search;

import java.util.List;

import org.xiangpei.shared.Coded;

/**
 * Why a product answers a question: a word of the question, and what stands for it in the product. A word has one reason, the most
 * telling; a word that the product lacks has none.
 *
 * @param typed the word as it was read: width, case and traditional characters folded; empty for {@link Kind#MEANING}
 * @param found what stands there, as stored, a short entry of the details as a whole; empty for {@link Kind#MEANING}
 * @param fields where it stands, those that say most first; empty for {@link Kind#MEANING}
 */
public record Reason(Kind kind, String typed, String found, List<Field> fields) {

    /** The whole question, which means nearly what the product is. */
    public static final Reason MEANT = new Reason(Kind.MEANING, "", "", List.of());

    public enum Kind implements Coded {
        /** The word itself. */
        WORD,
        /** Another word of the trade for it. */
        SYNONYM,
        /** What sounds so: typed in pinyin, by first letters, or with a character of the same sound. */
        SOUND,
        /** What is written nearly so: a character that looks alike, a slip, a model number without its dashes. */
        SPELLING,
        MEANING
    }

    /** What a reader sees as one: {@code CATEGORY} is also what else it is called and how it is described, {@code DETAILS} are specifications, standards and certificates (参数与标准). */
    public enum Field implements Coded {
        NAME,
        MODEL,
        CATEGORY,
        DESCRIPTION,
        DETAILS,
        FIRM
    }
}
