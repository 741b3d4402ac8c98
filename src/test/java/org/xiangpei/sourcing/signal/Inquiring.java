package org.xiangpei.sourcing.signal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.xiangpei.sourcing.signal.OpenedInquiry.Buyer;
import org.xiangpei.sourcing.signal.OpenedInquiry.Line;
import org.xiangpei.sourcing.signal.OpenedInquiry.Price;
import org.xiangpei.sourcing.signal.OpenedInquiry.Supplier;

/** Opened inquiries as tests write them: {@code "A 100*"} is 100 yuan of A, who won; each {@code !} is a clause that is not met. */
final class Inquiring {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);

    private Inquiring() {}

    static OpenedInquiry inquiry(int number, int workingDays, String... lines) {
        List<Line> read = new ArrayList<>();
        for (String line : lines) {
            read.add(line(read.size() + 1, line));
        }
        List<Supplier> quoted = read.stream()
                .flatMap(it -> it.prices().stream())
                .map(Price::supplier)
                .distinct()
                .toList();
        LocalDate published = FIRST.plusDays(number);
        return new OpenedInquiry(
                "Q%03d".formatted(number),
                "询价" + number,
                new Buyer("B1", "采购单位一"),
                published,
                published.plusDays(workingDays),
                workingDays,
                published.plusDays(workingDays),
                3,
                quoted,
                read);
    }

    /** So many inquiries that are all alike, with numbers from {@code from} on. */
    static List<OpenedInquiry> alike(int from, int count, int workingDays, String... lines) {
        return IntStream.range(from, from + count)
                .mapToObj(it -> inquiry(it, workingDays, lines))
                .toList();
    }

    private static Line line(int number, String prices) {
        return new Line(
                number,
                "物资" + number,
                prices.isBlank()
                        ? List.of()
                        : List.of(prices.split(",")).stream()
                                .map(it -> price(it.strip()))
                                .toList());
    }

    private static Price price(String text) {
        String[] parts = text.split(" ");
        return new Price(
                new Supplier(parts[0], "企业" + parts[0]),
                new BigDecimal(parts[1].replaceAll("[*!]", "")),
                (int) parts[1].chars().filter(it -> it == '!').count(),
                parts[1].contains("*"));
    }
}
