package org.xiangpei.requirement;

import java.text.Normalizer;
import java.util.Locale;

/** One writing for texts that mean the same: width, case and spaces do not matter. */
public final class Normal {

    private Normal() {}

    public static String text(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Cntrl}]", "")
                .replaceAll("[‐‑‒–—−]", "-")
                .replace('∕', '/')
                .toUpperCase(Locale.ROOT);
    }
}
