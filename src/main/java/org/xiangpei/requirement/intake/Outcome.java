package org.xiangpei.requirement.intake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** Makes lines of the items that were found: leaves out what a table says better, reads the clauses, points out contradictions. */
final class Outcome {

    private final Written written;
    private final TradeWords words;
    private final List<Item> items;
    private final List<Span> common;
    private final List<Span> loose;

    /**
     * @param common clauses for every line
     * @param loose words that belong to no line
     */
    Outcome(Written written, TradeWords words, List<Item> items, List<Span> common, List<Span> loose) {
        this.written = written;
        this.words = words;
        this.items = items;
        this.common = common;
        this.loose = loose;
    }

    ReadText read() {
        Findings shared = findings(common, null);
        List<Item> kept = kept();
        List<ReadLine> lines = new ArrayList<>();
        for (Item item : kept) {
            lines.add(line(item, lines.size() + 1, shared));
        }
        Findings outside = findings(loose, null);
        List<NotUnderstood> unparsed = new ArrayList<>(kept.isEmpty() ? List.of() : shared.unparsed());
        unparsed.addAll(outside.unparsed());
        outside.criteria().forEach(it -> unparsed.add(new NotUnderstood(it.source(), "看不出这一条属于哪一行需求")));
        return new ReadText(written.raw(), lines, unparsed);
    }

    private Findings findings(List<Span> spans, @Nullable String category) {
        var findings = new Findings(written, words.vocabulary(), category);
        spans.forEach(span -> ClauseReader.read(findings, span, words.of(category)));
        return findings;
    }

    private ReadLine line(Item item, int number, Findings shared) {
        Findings own = findings(item.clauses(), item.category());
        shared.criteria().forEach(own::add);
        List<ReadCriterion> criteria = own.criteria();
        List<NotUnderstood> unparsed = new ArrayList<>(own.unparsed());
        unparsed.addAll(Contradictions.in(criteria, words.of(item.category()), written));
        return new ReadLine(
                String.valueOf(number),
                item.name(),
                item.quantity(),
                item.unit(),
                item.category(),
                criteria,
                unparsed,
                written.source(item.span().start(), item.span().end()));
    }

    /** Where a notice lists its goods in a table, the sentence that sums them up is no line of its own; what followed it holds for its rows. */
    private List<Item> kept() {
        List<Item> rows =
                items.stream().filter(Item::ofTable).limit(MOST_COMPARED).toList();
        if (rows.isEmpty()) {
            return saidOnce();
        }
        List<Item> kept = new ArrayList<>();
        for (Item item : items) {
            List<Item> same = rows.stream().filter(row -> isSaidBy(item, row)).toList();
            if (item.ofTable() || same.isEmpty()) {
                kept.add(item);
            } else {
                same.stream()
                        .filter(row -> Objects.equals(row.category(), item.category()))
                        .forEach(row -> item.clauses().stream().skip(1).forEach(row::addClauses));
            }
        }
        return kept;
    }

    /** 以3台800RT冷水机组为主…，包括800RT的主机3台: the same amount of the same size is one line. */
    private List<Item> saidOnce() {
        List<Item> once = new ArrayList<>();
        Deque<Sized> before = new ArrayDeque<>();
        for (Item item : items) {
            var sized = Sized.of(item);
            if (sized.size().isEmpty()) {
                once.add(item);
            } else if (before.stream().noneMatch(sized::isSaidBy)) {
                once.add(item);
                before.addFirst(sized);
            }
            if (before.size() > MOST_COMPARED) {
                before.removeLast();
            }
        }
        return once;
    }

    /** @param size the numbers in the name, empty where there are none */
    private record Sized(Item item, String size) {

        static Sized of(Item item) {
            boolean comparable = item.category() != null && item.quantity() != null;
            return new Sized(
                    item,
                    comparable
                            ? SIZE.matcher(item.name())
                                    .results()
                                    .map(MatchResult::group)
                                    .collect(Collectors.joining(" "))
                            : "");
        }

        boolean isSaidBy(Sized before) {
            return size.equals(before.size)
                    && !item.name().equals(before.item.name())
                    && Objects.equals(item.category(), before.item.category())
                    && Objects.equals(item.unit(), before.item.unit())
                    && Objects.requireNonNull(item.quantity()).compareTo(Objects.requireNonNull(before.item.quantity()))
                            == 0;
        }
    }

    private static final Pattern SIZE = Pattern.compile("\\d[\\dA-Za-z./-]*");
    private static final int MOST_COMPARED = 200;

    private static boolean isSaidBy(Item item, Item row) {
        boolean sameCategory = item.category() != null && item.category().equals(row.category());
        boolean sameName = item.name().contains(row.name()) || row.name().contains(item.name());
        boolean sameAmount = item.quantity() != null
                && row.quantity() != null
                && item.quantity().compareTo(row.quantity()) == 0
                && Objects.equals(item.unit(), row.unit());
        return sameCategory || sameName || sameAmount;
    }
}
