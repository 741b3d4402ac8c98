package org.xiangpei.requirement.intake;

/** A stretch of a text. */
record Span(int start, int end) {

    int length() {
        return end - start;
    }

    boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }
}
