package org.xiangpei.shared;

/** The order of what happens at start, each step needing the ones before it. Values for {@code @Priority}. */
public final class StartupOrder {

    /** The catalogue folder is loaded once. */
    public static final int CATALOGUE = 100;

    /** The first operator and the accounts of the demonstration. */
    public static final int ACCOUNTS = 150;

    /** The index catches up with the database, or is rebuilt. */
    public static final int INDEX = 200;

    /** Sample purchases and requirement lines are loaded once. */
    public static final int LEDGER = 300;

    /** Requirement lines that were not matched yet are. */
    public static final int COVERAGE = 400;

    /** The model of meaning begins to load, beside all the rest. */
    public static final int MEANING = 500;

    private StartupOrder() {}
}
