package org.xiangpei.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.tabular.Row;

import static org.xiangpei.ledger.PurchaseColumns.CODE;
import static org.xiangpei.ledger.PurchaseColumns.SUPERSEDES;

/** The records of one file, and the rules that look at more than one of them. */
final class PurchaseFile {

    private record Read(Row row, PurchaseRecord record) {}

    private final Map<String, Read> byCode = new LinkedHashMap<>();
    private final List<Read> corrections = new ArrayList<>();

    PurchaseFile(List<Row> rows, Function<Row, PurchaseRecord> read) {
        for (Row row : rows) {
            add(new Read(row, read.apply(row)));
        }
    }

    /** The rows in which nothing is wrong, in the order of the file. */
    List<PurchaseRecord> records() {
        return byCode.values().stream()
                .filter(it -> !it.row().failed())
                .map(Read::record)
                .toList();
    }

    private void add(Read read) {
        if (read.record().code().isEmpty()) {
            return;
        }
        Read first = byCode.putIfAbsent(read.record().code(), read);
        if (first != null) {
            read.row().error(CODE, "编号与第 " + first.row().number() + " 行重复；每条记录要有自己的编号");
        } else if (read.record().entry().supersedes() != null) {
            corrections.add(read);
        }
    }

    /** A record is never recorded twice, and corrected once; further corrections correct the correction. */
    void check(PurchaseRecords ledger) {
        Set<String> recorded = ledger.recorded(codes());
        byCode.forEach((code, read) -> {
            if (recorded.contains(code)) {
                read.row().error(CODE, "台账里已有这个编号；已登记的记录不改动，更正请用新编号并在更正记录列填写原编号");
            }
        });
        checkCorrections(ledger);
    }

    private Set<String> codes() {
        return Set.copyOf(byCode.keySet());
    }

    private void checkCorrections(PurchaseRecords ledger) {
        var targets = new HashSet<String>();
        corrections.forEach(it -> targets.add(superseded(it)));
        Set<String> recorded = ledger.recorded(targets);
        Set<String> superseded = ledger.superseded(targets);
        var corrected = new HashMap<String, Row>();
        for (Read correction : corrections) {
            String target = superseded(correction);
            if (!recorded.contains(target) && !above(correction.row(), byCode.get(target))) {
                correction.row().error(SUPERSEDES, "没有这条记录；应为台账里或本文件前面某一行的编号");
            } else if (superseded.contains(target)) {
                correction.row().error(SUPERSEDES, "这条记录已被更正过；请更正它的更正记录");
            }
            Row other = corrected.putIfAbsent(target, correction.row());
            if (other != null) {
                correction.row().error(SUPERSEDES, "第 " + other.number() + " 行已更正这条记录；一条记录只能更正一次");
            }
        }
    }

    /** Only backwards, so that no two rows can correct one another. */
    private static boolean above(Row row, @Nullable Read other) {
        return other != null && other.row().number() < row.number();
    }

    private static String superseded(Read correction) {
        String code = correction.record().entry().supersedes();
        return code == null ? "" : code;
    }
}
