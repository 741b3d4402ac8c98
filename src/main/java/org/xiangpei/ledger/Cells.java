package org.xiangpei.ledger;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.xiangpei.ledger.Grouped.Group;
import org.xiangpei.shared.City;

/** Sums of slices of time, months, cities of buyers and keys, out of which several questions about the same facts are answered. */
public final class Cells {

    /** Of a row: the slice, the month, the city of the buyers, the key and its name; what follows is summed. */
    private static final int BEFORE_SUMS = 5;

    private final List<Cell> all;
    private final int size;

    /** As SQL: the first day of the month of the column {@code day}. */
    static final String MONTH_OF_DAY = "cast(date_trunc('month', cast(day as timestamp)) as date)";

    /** As SQL: by which month questions tell facts apart. */
    public static String month(List<Asked> questions) {
        return Asked.byMonth(questions) ? MONTH_OF_DAY : "cast(null as date)";
    }

    /** As SQL: by which of the codes that facts were recorded with they are told apart, while they are summed. */
    public static String rawKey(@Nullable Dimension key) {
        return key == null
                ? "cast('' as text)"
                : switch (key) {
                    case BUYER -> "buyer_code";
                    case BUYER_KIND -> "buyer_kind";
                    default -> "category_code";
                };
    }

    /** @param size how many sums follow in each row */
    public Cells(List<Object[]> rows, int size) {
        this.all = rows.stream().map(Cell::of).toList();
        this.size = size;
    }

    /** How often cells count for a question: once, not at all (0), or as what is taken off (-1). The month is null where facts were not told apart by months. */
    public interface Part {
        int times(int slice, @Nullable LocalDate month);
    }

    /** Of one question; groups without facts are left out. */
    public record Answer(Tally total, List<Group<Tally>> groups, Map<City, Tally> byCity) {

        public <T> Grouped<T> grouped(Function<Tally, T> read) {
            return new Grouped<>(
                    read.apply(total),
                    groups.stream()
                            .map(it -> new Group<>(it.key(), it.name(), read.apply(it.sums())))
                            .toList());
        }
    }

    private record Cell(
            int slice, @Nullable LocalDate month, City buyerCity, String key, String name, List<Object> sums) {

        static Cell of(Object[] row) {
            return new Cell(
                    (int) row[0],
                    (LocalDate) row[1],
                    City.of((String) row[2]).orElseThrow(),
                    (String) row[3],
                    (String) row[4],
                    Arrays.asList(row).subList(BEFORE_SUMS, row.length));
        }

        String key(Dimension groupBy) {
            if (groupBy == Dimension.BUYER_CITY) {
                return buyerCity.code();
            }
            return groupBy.isTime() && month != null ? groupBy.keyOf(month) : key;
        }

        /** Of several names the last by the alphabet, so that it is always the same. */
        String name(Dimension groupBy) {
            return groupBy.isKey() ? name : "";
        }
    }

    public Answer answer(@Nullable Dimension groupBy, Part part) {
        var total = new Tally(size);
        var byCity = new EnumMap<City, Tally>(City.class);
        var groups = new TreeMap<String, Tally>();
        var names = new TreeMap<String, String>();
        for (Cell cell : all) {
            int times = part.times(cell.slice(), cell.month());
            if (times != 0) {
                total.add(cell.sums(), times);
                byCity.computeIfAbsent(cell.buyerCity(), city -> new Tally(size))
                        .add(cell.sums(), times);
                if (groupBy != null) {
                    String key = cell.key(groupBy);
                    groups.computeIfAbsent(key, any -> new Tally(size)).add(cell.sums(), times);
                    names.merge(key, cell.name(groupBy), (one, other) -> one.compareTo(other) < 0 ? other : one);
                }
            }
        }
        return new Answer(
                total,
                groups.entrySet().stream()
                        .filter(it -> it.getValue().at(0) != 0)
                        .map(it -> new Group<>(it.getKey(), names.getOrDefault(it.getKey(), ""), it.getValue()))
                        .toList(),
                byCity);
    }
}
