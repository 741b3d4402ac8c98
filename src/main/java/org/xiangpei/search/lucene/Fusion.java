package org.xiangpei.search.lucene;

/**
 * How the ranking by words and the ranking by meaning become one: every knob of it. Ranks are added up as {@code weight / (damping +
 * rank)} (reciprocal rank fusion), because scores of words and of meaning cannot be compared.
 *
 * @param words weight of a rank by words
 * @param meaning weight of a rank by meaning where products have all the words
 * @param meaningWhenRelaxed the same where the words had to be relaxed
 * @param damping how little the first ranks differ from the next
 * @param window how many products of each ranking are fused; the rest follow in the order of the words
 * @param few where fewer products have all the words, or the words were relaxed, products that have none of them are added
 * @param alike how similar (cosine) a product without the words must be: ADR 0062 has the distribution
 * @param alikeAlone the same when no product has any of the words
 * @param spread how much less similar than the nearest product it may be
 * @param related how similar the nearest product must be for products with only some of the words to be an answer
 * @param mostAdded at most so many are added
 */
record Fusion(
        double words,
        double meaning,
        double meaningWhenRelaxed,
        int damping,
        int window,
        int few,
        double alike,
        double alikeAlone,
        double spread,
        double related,
        int mostAdded) {

    static final Fusion DEFAULT = new Fusion(1, 0.3, 1, 60, 40, 3, 0.5, 0.53, 0.2, 0.49, 20);

    /** What the rank by words adds to a product's score; ranks begin with 1. */
    double byWords(int rank) {
        return words / (damping + rank);
    }

    double byMeaning(int rank, boolean relaxed) {
        return (relaxed ? meaningWhenRelaxed : meaning) / (damping + rank);
    }

    /** How similar a product must be to be added, when the nearest is so similar. */
    double alike(double nearest, boolean alone) {
        return Math.max(alone ? alikeAlone : alike, nearest - spread);
    }

    /** Whether so few products were found by words that others are added. */
    boolean adds(long found, boolean relaxed) {
        return found < few || (relaxed && found <= window);
    }
}
