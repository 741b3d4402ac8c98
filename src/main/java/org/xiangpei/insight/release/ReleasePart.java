package org.xiangpei.insight.release;

import org.xiangpei.shared.Coded;

/** What a release can be about, chosen by the bureau. */
public enum ReleasePart implements Coded {
    /** The four numbers of the place. */
    NUMBERS,
    /** The share that went to recognised products. */
    RECOGNISED,
    /** What was bought elsewhere although a recognised product of its category was listed. */
    LEAKAGE,
    /** The four numbers of each city; of the region only. */
    CITIES,
    /** Money from city to city. */
    FLOWS,
    /** The four numbers of each chain. */
    CHAINS;

    /** Whether it can be said of one city. */
    public boolean isOfCities() {
        return this != CITIES;
    }
}
