package org.xiangpei.requirement.intake;

/** How much of what is there was found, and how much of what was found is there. */
final class Score {

    private int expected;
    private int found;
    private int right;

    void add(int moreExpected, int moreFound, int moreRight) {
        expected += moreExpected;
        found += moreFound;
        right += moreRight;
    }

    double precision() {
        return found == 0 ? 1 : (double) right / found;
    }

    double recall() {
        return expected == 0 ? 1 : (double) right / expected;
    }

    @Override
    public String toString() {
        return "precision %.3f recall %.3f (%d expected, %d found, %d right)"
                .formatted(precision(), recall(), expected, found, right);
    }
}
