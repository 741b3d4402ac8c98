package org.xiangpei.recognition.figures;

/**
 * How many there are.
 *
 * @param unreadable how many of them the reader may not open: another city's, not put to all three
 */
public record Tally(long records, long unreadable) {

    static final int FEWEST_RECORDS = 5;

    public static final Tally NONE = new Tally(0, 0);

    /** Few that the reader could not see are not told (design rule 7). */
    public boolean hidden() {
        return unreadable > 0 && records < FEWEST_RECORDS;
    }

    public Tally plus(Tally other) {
        return new Tally(records + other.records, unreadable + other.unreadable);
    }
}
