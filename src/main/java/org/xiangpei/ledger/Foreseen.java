package org.xiangpei.ledger;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.Money;
import org.xiangpei.shared.tabular.RowError;
import org.xiangpei.shared.tabular.RowErrors;

/**
 * What an upload brings to the ledger, or would.
 *
 * @param rows that were read
 * @param wrong rows in which something is
 * @param corrections how many records supersede another, cancellations included
 * @param outside how many belong to no category of the catalogue
 * @param firms how many suppliers' rows name a firm of the catalogue
 * @param words under the heading of the category that no category has, with how often
 * @param alike the first of those that look like a purchase that the ledger has already; {@code alikeCount} all of them
 * @param first records as examples
 * @param errors the listed errors, {@code errorCount} all of them
 */
public record Foreseen(
        long rows,
        long wrong,
        long records,
        long corrections,
        long cancellations,
        Money amount,
        List<PlaceSum> places,
        long outside,
        long firms,
        Map<String, Integer> words,
        List<Alike> alike,
        int alikeCount,
        List<Example> first,
        List<RowError> errors,
        int errorCount) {

    /** Of a file that nobody has looked at. */
    static final Foreseen NOTHING =
            new Foreseen(0, 0, 0, 0, 0, Money.ZERO, List.of(), 0, 0, Map.of(), List.of(), 0, List.of(), List.of(), 0);

    private static final int EXAMPLES = 10;
    private static final int LISTED_ALIKE = 20;

    /** In the order of the words, also when it comes back from where it is kept. */
    public Foreseen {
        words = Collections.unmodifiableMap(new TreeMap<>(words));
    }

    /** A row that looks like a purchase that is in the ledger. */
    public record Alike(int row, String item, String code, String day) {}

    /** A record as the ledger will have it, in codes. */
    public record Example(
            int row,
            String day,
            String item,
            @Nullable String category,
            String amount,
            String supplier,
            @Nullable String firm,
            @Nullable String region) {}

    static Foreseen of(PurchaseFile file, List<Alike> alike, RowErrors errors) {
        List<PurchaseRecord> records = file.records();
        Map<String, Integer> lines = file.lines();
        return new Foreseen(
                file.rows(),
                file.wrong(),
                records.size(),
                records.stream().filter(it -> it.entry().supersedes() != null).count(),
                records.stream().filter(PurchaseRecord::cancels).count(),
                records.stream().map(PurchaseRecord::amount).reduce(Money.ZERO, Money::plus),
                PlaceSum.of(records),
                records.stream().filter(it -> it.item().categoryCode() == null).count(),
                records.stream().filter(it -> it.supply().firmCode() != null).count(),
                file.words(PurchaseColumns.CATEGORY, it -> it.item().categoryCode() == null),
                alike.stream().limit(LISTED_ALIKE).toList(),
                alike.size(),
                records.stream()
                        .limit(EXAMPLES)
                        .map(it -> example(lines.get(it.code()), it))
                        .toList(),
                errors.list(),
                errors.total());
    }

    private static Example example(@Nullable Integer line, PurchaseRecord record) {
        return new Example(
                Objects.requireNonNullElse(line, 0),
                record.purchasedOn().toString(),
                record.item().name(),
                record.item().categoryCode(),
                record.amount().toString(),
                record.supply().supplierName(),
                record.supply().firmCode(),
                record.supply().productionRegion());
    }

    public boolean applicable() {
        return errorCount == 0 && records > 0;
    }

    /** How many name no place of production. */
    public long unknownOrigin() {
        return places.stream()
                .filter(it -> it.place() == Place.UNKNOWN)
                .mapToLong(PlaceSum::records)
                .sum();
    }
}
