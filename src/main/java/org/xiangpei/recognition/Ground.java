package org.xiangpei.recognition;

import java.util.Arrays;
import java.util.Optional;

import org.xiangpei.shared.Coded;
import org.xiangpei.shared.Labels;

/** On what a product is put forward (申报理由). In the catalogue they stand by their Chinese names. */
public enum Ground implements Coded {
    SYNERGY,
    INNOVATION,
    GREEN,
    BRAND;

    public static Optional<Ground> named(String name) {
        return Arrays.stream(values()).filter(it -> Labels.of(it).equals(name)).findFirst();
    }
}
