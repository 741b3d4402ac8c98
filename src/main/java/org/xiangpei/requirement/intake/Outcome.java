package org.xiangpei.requirement.intake;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.xiangpei.requirement.Operator;

/** Makes lines of the items that were found: leaves out what a table says better, reads the clauses, points out contradictions. */
final class Outcome {

    private final Written written;
    private final TradeWords words;
    private final List<Item> items;
    private final List<Span> common;
    private final List<Span> deliveries;
    private final List<Span> loose;

    /**
     * @param deliveries sentences about delivery, for every line
     * @param common clauses for every line
     * @param loose words that belong to no line
     */
    Outcome(
            Written written,
            TradeWords words,
            List<Item> items,
            List<Span> common,
            List<Span> deliveries,
            List<Span> loose) {
        this.written = written;
        this.words = words;
        this.items = items;
        this.common = common;
        this.deliveries = deliveries;
        this.loose = loose;
    }

    ReadText read() {
        Findings shared = findings(common, null);
        deliveries.forEach(span -> ClauseReader.readDeliverySentence(shared, span, words.of(null)));
        List<Item> kept = kept();
        Map<String, Findings> ofAll = new HashMap<>();
        List<ReadLine> lines = new ArrayList<>();
        for (Item item : kept) {
            lines.add(line(item, lines.size() + 1, shared, ofAll));
        }
        Findings outside = findings(loose, null);
        List<NotUnderstood> unparsed = new ArrayList<>(kept.isEmpty() ? List.of() : understoodByNone(shared, ofAll));
        unparsed.addAll(outside.unparsed());
        outside.criteria().forEach(it -> unparsed.add(new NotUnderstood(it.source(), "看不出这一条属于哪一行需求")));
        return new ReadText(written.raw(), lines, unparsed);
    }

    private Findings findings(List<Span> spans, @Nullable String category) {
        var findings = new Findings(written, words.vocabulary(), category);
        spans.forEach(span -> ClauseReader.read(findings, span, words.of(category)));
        return findings;
    }

    /** What is said of all and no line has understood. */
    private static List<NotUnderstood> understoodByNone(Findings shared, Map<String, Findings> ofAll) {
        return shared.unparsed().stream()
                .filter(it -> ofAll.values().stream()
                        .flatMap(found -> found.criteria().stream())
                        .noneMatch(found -> found.source().start() < it.source().end()
                                && it.source().start() < found.source().end()))
                .toList();
    }

    /** What is said of all as a line of a category understands it: by the names of its properties, never by a unit alone. */
    private Findings ofAll(String category) {
        var findings = new Findings(written, words.vocabulary(), category).byNameOnly();
        common.forEach(span -> ClauseReader.read(findings, span, words.of(category)));
        return findings;
    }

    /** The heading and the cell are read as one clause: 流量(m³/h)：1200. What it asks stands in the cell. */
    private void parameter(Findings own, Item item, String heading, Span cell) {
        var clause = new Written(heading + "：" + written.said(cell));
        var read = new Findings(clause, words.vocabulary(), item.category());
        ClauseReader.read(read, new Span(0, clause.length()), words.of(item.category()));
        Source at = written.source(cell.start(), cell.end());
        read.criteria().forEach(it -> own.add(new ReadCriterion(it.criterion(), at)));
        read.unparsed().forEach(it -> own.notUnderstood(cell, it.reason()));
    }

    /** 其余要求同上: what the other asks of properties that this one says nothing of. */
    private void alike(Findings own, Item item) {
        Item other = item.alike();
        if (other == null || !Objects.equals(other.category(), item.category())) {
            return;
        }
        Set<String> said = own.criteria().stream()
                .flatMap(it -> Stream.ofNullable(it.criterion().property()))
                .collect(Collectors.toSet());
        findings(other.clauses(), other.category()).criteria().stream()
                .filter(it -> it.criterion().property() == null
                        || !said.contains(it.criterion().property()))
                .forEach(own::add);
    }

    private ReadLine line(Item item, int number, Findings shared, Map<String, Findings> ofAll) {
        Findings own = findings(item.clauses(), item.category());
        item.parameters().forEach((cell, heading) -> parameter(own, item, heading, cell));
        alike(own, item);
        item.deliveries().forEach(span -> ClauseReader.readDelivery(own, span, words.of(item.category())));
        boolean delivered = own.criteria().stream().anyMatch(Outcome::isDelivery);
        shared.criteria().stream().filter(it -> !delivered || !isDelivery(it)).forEach(own::add);
        String category = item.category();
        if (category != null && !common.isEmpty()) {
            ofAll.computeIfAbsent(category, this::ofAll).criteria().stream()
                    .filter(it -> it.criterion().property() != null)
                    .filter(it -> own.criteria().stream().noneMatch(said -> isOfSameProperty(said, it)))
                    .forEach(own::add);
        }
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

    private static boolean isDelivery(ReadCriterion read) {
        return read.criterion().operator() == Operator.DELIVERS_WITHIN;
    }

    /** What a line says of a property itself goes before what is said of all. */
    private static boolean isOfSameProperty(ReadCriterion own, ReadCriterion ofAll) {
        return Objects.equals(own.criterion().property(), ofAll.criterion().property());
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
            if (isSaidAgain(item, once)) {
                continue;
            }
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

    /** A notice says its extent and again its scope: what has the same name and amount and is of no known kind is one line. */
    private static boolean isSaidAgain(Item item, List<Item> before) {
        return item.category() == null
                && before.stream()
                        .skip(Math.max(0, before.size() - MOST_COMPARED))
                        .anyMatch(it -> it.category() == null && isSameAmountOf(it, item));
    }

    private static boolean isSameAmountOf(Item one, Item other) {
        BigDecimal first = one.quantity();
        BigDecimal second = other.quantity();
        return first != null
                && second != null
                && first.compareTo(second) == 0
                && one.name().equals(other.name())
                && Objects.equals(one.unit(), other.unit());
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
