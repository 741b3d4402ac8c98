package org.xiangpei.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.tabular.Row;

import static org.xiangpei.ledger.PurchaseColumns.CODE;
import static org.xiangpei.ledger.PurchaseColumns.SUPERSEDES;

/** The records of one file, and the rules that look at more than one of them. */
final class PurchaseFile {

    /** Rows after which it is said how far this is. */
    private static final int PIECE = 500;

    private record Read(Row row, PurchaseRecord record) {}

    private final Map<String, Read> byCode = new LinkedHashMap<>();
    private final List<Read> corrections = new ArrayList<>();

    private final List<Row> rows;

    PurchaseFile(List<Row> rows, Function<Row, PurchaseRecord> read, UploadSteps steps) {
        this.rows = rows;
        for (int i = 0; i < rows.size(); i++) {
            if (i % PIECE == 0) {
                steps.at(UploadStage.JUDGING, i, rows.size());
            }
            add(new Read(rows.get(i), read.apply(rows.get(i))));
        }
    }

    /** The rows in which nothing is wrong, in the order of the file. */
    List<PurchaseRecord> records() {
        return sound().map(Read::record).toList();
    }

    /** How many rows were read, and in how many something is wrong. */
    long rows() {
        return rows.size();
    }

    long wrong() {
        return rows.stream().filter(Row::failed).count();
    }

    /** Where each sound record stands. */
    Map<String, Integer> lines() {
        return sound().collect(Collectors.toMap(
                it -> it.record().code(), it -> it.row().number()));
    }

    /** What stands in a column in the rows whose record is of some kind, with how often. */
    Map<String, Integer> words(String column, Predicate<PurchaseRecord> kind) {
        return sound().filter(it -> kind.test(it.record()) && !it.row().empty(column))
                .collect(Collectors.toMap(it -> it.row().cell(column), it -> 1, Integer::sum, TreeMap::new));
    }

    private Stream<Read> sound() {
        return byCode.values().stream().filter(it -> !it.row().failed());
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

    /**
     * The same for records that the ledger names itself: a buyer's number stands for one purchase in effect, and what a row corrects is named
     * by that number or by the code of any record of the chain.
     */
    void checkOwn(PurchaseRecords ledger) {
        OwnNumbers numbers = new OwnNumbers(byCode.values().stream()
                .map(it -> new OwnNumbers.Numbered(it.row(), it.record()))
                .toList());
        numbers.check(ledger).forEach((code, target) -> {
            Read read = byCode.get(code);
            if (read != null) {
                byCode.put(code, new Read(read.row(), read.record().superseding(target)));
            }
        });
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
