package org.xiangpei.recognition.web;

import org.xiangpei.shared.Coded;

/** The pages of the form, in order (填报步骤). */
enum FilingStep implements Coded {
    BASICS,
    SPECIFICATIONS,
    PROOF,
    SUPPLY,
    GROUNDS,
    CHECK;

    /** On which of them a field stands. */
    static FilingStep of(String field) {
        String kind = field.replaceFirst("-.*", "");
        return switch (kind) {
            case "category", "name", "model", "description" -> BASICS;
            case "spec" -> SPECIFICATIONS;
            case "standards", "certificates" -> PROOF;
            case "homeList", "grounds", "ground" -> GROUNDS;
            default -> SUPPLY;
        };
    }

    FilingStep next() {
        return switch (this) {
            case BASICS -> SPECIFICATIONS;
            case SPECIFICATIONS -> PROOF;
            case PROOF -> SUPPLY;
            case SUPPLY -> GROUNDS;
            case GROUNDS, CHECK -> CHECK;
        };
    }
}
