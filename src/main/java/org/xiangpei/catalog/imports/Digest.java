package org.xiangpei.catalog.imports;

import java.util.TreeMap;

import org.xiangpei.catalog.load.ImportResult;
import org.xiangpei.shared.Fingerprint;

/** Names what an import would do: equal digests, equal changes. */
final class Digest {

    private Digest() {}

    static String of(ImportResult result) {
        var print = new Fingerprint().add(Integer.toString(result.errorCount()));
        result.errors().forEach(error -> print.add(error.toString()));
        result.changes().forEach(change -> print.add(change.table())
                .add(new TreeMap<>(change.before()).toString())
                .add(new TreeMap<>(change.after()).toString()));
        return print.hex();
    }
}
