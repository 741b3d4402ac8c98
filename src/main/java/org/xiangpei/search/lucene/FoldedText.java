package org.xiangpei.search.lucene;

/** A text that was folded, with the way back to what was typed. */
final class FoldedText {

    private final String raw;
    private final String text;

    /** Where each folded character came from, and the end; empty where folding mixed characters, and the way is lost. */
    private final int[] origins;

    private FoldedText(String raw, String text, int[] origins) {
        this.raw = raw;
        this.text = text;
        this.origins = origins;
    }

    static FoldedText of(String raw) {
        String text = Folding.fold(raw);
        int[] origins = new int[text.length() + 1];
        int at = 0;
        for (int i = 0; i < raw.length(); i += Character.charCount(raw.codePointAt(i))) {
            String folded = Folding.fold(Character.toString(raw.codePointAt(i)));
            if (!text.startsWith(folded, at)) {
                return new FoldedText(raw, text, new int[0]);
            }
            for (int k = 0; k < folded.length(); k++) {
                origins[at++] = i;
            }
        }
        if (at != text.length()) {
            return new FoldedText(raw, text, new int[0]);
        }
        origins[at] = raw.length();
        return new FoldedText(raw, text, origins);
    }

    String raw() {
        return raw;
    }

    /** As folded. */
    String text() {
        return text;
    }

    /** What was typed for a stretch; folded where the way is lost. */
    String typed(int start, int end) {
        return origins.length == 0 ? text.substring(start, end) : raw.substring(origins[start], origins[end]);
    }

    /** What was typed, without a stretch; as typed where the way is lost. */
    String without(int start, int end) {
        return origins.length == 0
                ? raw
                : (raw.substring(0, origins[start]).stripTrailing() + " "
                                + raw.substring(origins[end]).stripLeading())
                        .strip();
    }
}
