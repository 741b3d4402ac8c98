package org.xiangpei.ledger;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.tabular.Row;

import static org.xiangpei.ledger.PurchaseColumns.CODE;
import static org.xiangpei.ledger.PurchaseColumns.SUPERSEDES;

/** The rules about numbers that buyers give their purchases: one number, one purchase in effect; a correction names what is in effect. */
final class OwnNumbers {

    record Numbered(Row row, PurchaseRecord record) {

        @Nullable
        String number() {
            return record.entry().origin().number();
        }

        @Nullable
        String corrects() {
            return record.entry().supersedes();
        }
    }

    private final List<Numbered> rows;

    OwnNumbers(List<Numbered> rows) {
        this.rows = rows;
    }

    /**
     * Reports what is against the rules.
     *
     * @return for each correcting record, by its code, the record in effect that it corrects
     */
    Map<String, String> check(PurchaseRecords ledger) {
        String buyer = rows.isEmpty() ? "" : rows.getFirst().record().buyer().code();
        boolean oneBuyer =
                rows.stream().allMatch(it -> it.record().buyer().code().equals(buyer));
        Map<String, String> taken = oneBuyer ? ledger.inEffect(buyer, named()) : Map.of();
        checkNumbers(taken);
        return corrected(taken);
    }

    private Set<String> named() {
        var named = new HashSet<String>();
        for (Numbered row : rows) {
            if (row.number() != null) {
                named.add(row.number());
            }
            if (row.corrects() != null) {
                named.add(row.corrects());
            }
        }
        return named;
    }

    private void checkNumbers(Map<String, String> taken) {
        var first = new HashMap<String, Row>();
        for (Numbered row : rows) {
            String number = row.number();
            if (number == null || row.corrects() != null) {
                continue;
            }
            Row other = first.putIfAbsent(row.record().buyer().code() + "\n" + number, row.row());
            if (other != null) {
                row.row().error(CODE, "编号与第 " + other.number() + " 行重复；若这一列是合同号之类可以重复的编号，请把它对应为“凭证”");
            } else if (taken.containsKey(number)) {
                row.row().error(CODE, "台账里已有这个编号的采购（" + taken.get(number) + "）；要更正请到那条记录，或换一个编号");
            }
        }
    }

    private Map<String, String> corrected(Map<String, String> taken) {
        var targets = new HashMap<String, String>();
        var corrected = new HashMap<String, Row>();
        for (Numbered row : rows) {
            if (row.corrects() == null) {
                continue;
            }
            String target = taken.get(row.corrects());
            if (target == null) {
                row.row().error(SUPERSEDES, "本单位台账里没有这条有效的记录；应为台账编号或本单位编号");
                continue;
            }
            Row other = corrected.putIfAbsent(target, row.row());
            if (other != null) {
                row.row().error(SUPERSEDES, "第 " + other.number() + " 行已更正这条记录；一条记录只能更正一次");
            }
            targets.put(row.record().code(), target);
        }
        return targets;
    }
}
