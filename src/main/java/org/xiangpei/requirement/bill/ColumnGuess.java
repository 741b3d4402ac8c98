package org.xiangpei.requirement.bill;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import org.xiangpei.requirement.intake.TradeWords;

/**
 * Guesses what the columns of a table hold: by their headings where these are known words, else by what stands in them. A guess says how
 * sure it is; people correct it.
 */
final class ColumnGuess {

    private static final int SAMPLES = 3;
    private static final double MOST = 0.7;
    private static final double MANY = 0.4;
    private static final double LONG_TEXT = 16;

    private final List<String> headings;
    private final List<ColumnContents> contents;
    private final TradeWords words;

    /** What a column is taken for. */
    private record Role(ColumnRole role, Confidence sure) {}

    /**
     * @param headings one a column, empty for none
     * @param rows what stands under them
     */
    ColumnGuess(List<String> headings, List<List<String>> rows, TradeWords words) {
        this.headings = headings;
        this.words = words;
        contents = IntStream.range(0, headings.size())
                .mapToObj(column -> new ColumnContents(
                        rows.stream()
                                .map(row -> column < row.size() ? row.get(column) : "")
                                .toList(),
                        words))
                .toList();
    }

    List<BillColumn> columns() {
        List<Role> roles = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            roles.add(guess(headings.get(i), contents.get(i)));
        }
        if (roles.stream().noneMatch(it -> it.role() == ColumnRole.NAME)) {
            name(roles);
        }
        if (roles.stream().noneMatch(it -> it.role() == ColumnRole.QUANTITY)) {
            quantity(roles);
        }
        oneOfEach(roles);
        return IntStream.range(0, headings.size())
                .mapToObj(i -> new BillColumn(
                        headings.get(i),
                        HeadingWords.unit(headings.get(i)),
                        roles.get(i).role(),
                        roles.get(i).sure(),
                        samples(contents.get(i))))
                .toList();
    }

    static List<String> samples(ColumnContents contents) {
        return contents.values().stream().distinct().limit(SAMPLES).toList();
    }

    private Role guess(String heading, ColumnContents of) {
        if (of.isEmpty()) {
            return HeadingWords.exactly(lastPart(heading))
                    .map(role -> new Role(role, Confidence.LOW))
                    .orElse(new Role(ColumnRole.IGNORED, Confidence.HIGH));
        }
        Optional<ColumnRole> exactly = HeadingWords.exactly(heading).or(() -> HeadingWords.exactly(lastPart(heading)));
        if (exactly.isPresent()) {
            return new Role(exactly.get(), fits(exactly.get(), of) ? Confidence.HIGH : Confidence.LOW);
        }
        if (!heading.isEmpty() && words.isProperty(HeadingWords.plain(lastPart(heading)))) {
            return new Role(ColumnRole.PROPERTY, Confidence.HIGH);
        }
        Optional<ColumnRole> within = HeadingWords.within(lastPart(heading)).filter(role -> fits(role, of));
        if (within.isPresent()) {
            return new Role(within.get(), Confidence.MEDIUM);
        }
        return heading.isEmpty() ? byContents(of) : named(heading, of);
    }

    /** The lower of two headings; the upper one says only what the group is about. */
    static String lastPart(String heading) {
        int slash = heading.lastIndexOf(" / ");
        return slash < 0 ? heading : heading.substring(slash + 3);
    }

    /** A heading that nobody knows, over short values, names a parameter; over running text it is about demands. */
    private static Role named(String heading, ColumnContents of) {
        if (of.units() >= MOST) {
            return new Role(ColumnRole.UNIT, Confidence.MEDIUM);
        }
        if (of.dates() >= MOST) {
            return new Role(ColumnRole.IGNORED, Confidence.MEDIUM);
        }
        if (of.averageLength() >= LONG_TEXT) {
            return new Role(ColumnRole.DEMAND, Confidence.LOW);
        }
        boolean measured = of.amounts() >= MOST || HeadingWords.unit(heading) != null;
        return measured ? new Role(ColumnRole.PROPERTY, Confidence.LOW) : new Role(ColumnRole.IGNORED, Confidence.LOW);
    }

    private static boolean fits(ColumnRole role, ColumnContents of) {
        return switch (role) {
            case QUANTITY -> of.amounts() >= MANY;
            case PRICE, BUDGET -> of.numbers() >= MANY || of.amounts() >= MANY;
            case UNIT -> of.averageLength() <= 6 && of.numbers() < MANY;
            case NAME -> of.numbers() < MANY;
            default -> true;
        };
    }

    private static Role byContents(ColumnContents of) {
        if (of.counts()) {
            return new Role(ColumnRole.NUMBER, Confidence.MEDIUM);
        }
        if (of.units() >= MOST) {
            return new Role(ColumnRole.UNIT, Confidence.HIGH);
        }
        if (of.amountsWithUnit() >= MOST) {
            return new Role(ColumnRole.QUANTITY, Confidence.HIGH);
        }
        if (of.periods() >= MOST) {
            return new Role(ColumnRole.DELIVERY, Confidence.MEDIUM);
        }
        if (of.categories() >= MANY && of.averageLength() < LONG_TEXT) {
            return new Role(ColumnRole.NAME, of.categories() >= MOST ? Confidence.HIGH : Confidence.MEDIUM);
        }
        if (of.codes() >= MOST && of.distinct() >= 0.9 && of.averageLength() >= 6) {
            return new Role(ColumnRole.CODE, Confidence.MEDIUM);
        }
        if (of.models() >= MANY) {
            return new Role(ColumnRole.MODEL, Confidence.MEDIUM);
        }
        if (of.clauses() >= MANY || of.averageLength() >= LONG_TEXT) {
            return new Role(ColumnRole.DEMAND, Confidence.MEDIUM);
        }
        return new Role(ColumnRole.IGNORED, Confidence.LOW);
    }

    /** Where nothing says which column is the name: the one of most known things, else the first of words. */
    private void name(List<Role> roles) {
        OptionalInt best = IntStream.range(0, roles.size())
                .filter(i -> isOpen(roles.get(i)) && contents.get(i).categories() > 0.1)
                .boxed()
                .max(Comparator.comparingDouble(i -> contents.get(i).categories()))
                .map(OptionalInt::of)
                .orElseGet(() -> IntStream.range(0, roles.size())
                        .filter(i -> isOpen(roles.get(i)) && contents.get(i).texts() >= MOST)
                        .findFirst());
        best.ifPresent(i -> roles.set(i, new Role(ColumnRole.NAME, Confidence.LOW)));
    }

    private static boolean isOpen(Role role) {
        return role.sure() != Confidence.HIGH
                && (role.role() == ColumnRole.IGNORED
                        || role.role() == ColumnRole.DEMAND
                        || role.role() == ColumnRole.NAME);
    }

    /** Beside the units, or the first column of numbers that nothing else is known of; what it multiplies to another is a price. */
    private void quantity(List<Role> roles) {
        List<Integer> open = IntStream.range(0, roles.size())
                .filter(i -> headings.get(i).isEmpty()
                        && roles.get(i).role() == ColumnRole.IGNORED
                        && contents.get(i).amounts() >= MOST)
                .boxed()
                .toList();
        if (open.isEmpty()) {
            return;
        }
        int unit = IntStream.range(0, roles.size())
                .filter(i -> roles.get(i).role() == ColumnRole.UNIT)
                .findFirst()
                .orElse(-1);
        int quantity = open.stream()
                .filter(i -> unit >= 0 && Math.abs(i - unit) == 1)
                .findFirst()
                .orElse(open.getFirst());
        roles.set(quantity, new Role(ColumnRole.QUANTITY, unit >= 0 ? Confidence.MEDIUM : Confidence.LOW));
        for (int price : open) {
            for (int sum : open) {
                if (price != quantity && sum != quantity && price != sum && multiplies(quantity, price, sum)) {
                    roles.set(price, new Role(ColumnRole.PRICE, Confidence.MEDIUM));
                    roles.set(sum, new Role(ColumnRole.BUDGET, Confidence.MEDIUM));
                    return;
                }
            }
        }
    }

    private boolean multiplies(int quantity, int price, int sum) {
        List<String> factors = contents.get(quantity).values();
        List<String> prices = contents.get(price).values();
        List<String> sums = contents.get(sum).values();
        int rows = Math.min(factors.size(), Math.min(prices.size(), sums.size()));
        int right = 0;
        for (int row = 0; row < rows; row++) {
            BigDecimal factor = ColumnContents.number(factors.get(row));
            BigDecimal each = ColumnContents.number(prices.get(row));
            BigDecimal all = ColumnContents.number(sums.get(row));
            right += factor != null
                            && each != null
                            && all != null
                            && factor.multiply(each).compareTo(all) == 0
                    ? 1
                    : 0;
        }
        return rows > 1 && right * 10 >= rows * 8;
    }

    /** Of several columns of a role that a table has once, the surest and first stays; what is left over of names may still demand something. */
    private static void oneOfEach(List<Role> roles) {
        Map<ColumnRole, Integer> kept = new EnumMap<>(ColumnRole.class);
        for (int i = 0; i < roles.size(); i++) {
            Role role = roles.get(i);
            Integer before = kept.get(role.role());
            if (!role.role().isSingle()) {
                continue;
            }
            if (before == null) {
                kept.put(role.role(), i);
            } else if (role.sure().compareTo(roles.get(before).sure()) < 0) {
                roles.set(before, leftOver(role.role()));
                kept.put(role.role(), i);
            } else {
                roles.set(i, leftOver(role.role()));
            }
        }
    }

    private static Role leftOver(ColumnRole role) {
        return new Role(role == ColumnRole.NAME ? ColumnRole.DEMAND : ColumnRole.IGNORED, Confidence.LOW);
    }
}
