package org.xiangpei.insight.overview.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.xiangpei.insight.Amount;
import org.xiangpei.insight.Flow;
import org.xiangpei.insight.map.District.Point;
import org.xiangpei.insight.web.RateNumber;
import org.xiangpei.insight.web.RateView.FlowCell;
import org.xiangpei.insight.web.RateView.FlowRow;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Money;
import org.xiangpei.shared.web.Figures;

/**
 * The money between the three cities as arrows from the buyer's city to that of production, in 万元. The area of a circle and the width of an
 * arrow grow with the amount. What is hidden has no arrow, and the word in the table.
 */
public record FlowPicture(List<CityMark> cities, List<Arrow> arrows, List<FlowRow> rows) {

    /** Where the cities stand in the picture of 600 by 420: as on the map, further apart so that the amounts can be read. */
    private static final Map<City, Point> PLACES = new EnumMap<>(Map.of(
            City.CHANGSHA, new Point(300, 90), City.ZHUZHOU, new Point(460, 320), City.XIANGTAN, new Point(140, 320)));

    /** What would be rounded to nothing, in yuan: some money is more than none. */
    private static final BigDecimal LEAST = new BigDecimal("500");

    private static final double WIDEST = 22;
    private static final double NARROWEST = 1.5;
    private static final double LARGEST = 62;
    private static final double SMALLEST = 30;
    private static final double AWAY = 70;
    private static final double ASIDE = 16;

    /** Where the money from a buyer's city to that of production is looked into; null where it is not. */
    @FunctionalInterface
    public interface Ways {
        @Nullable
        String of(City from, City to);
    }

    /** @param amount what its buyers spent on what it makes itself */
    public record CityMark(
            String label, String amount, @Nullable String href, double x, double y, double radius) {}

    /** A line from one point to another; its label stands at x, y. */
    public record Arrow(
            String label,
            double fromX,
            double fromY,
            double toX,
            double toY,
            double width,
            String amount,
            @Nullable String href,
            double x,
            double y) {

        /** As SVG has it. */
        public String path() {
            return "M%s %sL%s %s".formatted(fromX, fromY, toX, toY);
        }
    }

    /** To look at only. */
    public static FlowPicture of(List<Flow> flows) {
        return of(flows, (from, to) -> null);
    }

    static FlowPicture of(List<Flow> flows, Ways ways) {
        BigDecimal most = flows.stream()
                .flatMap(it -> it.amount().money().stream())
                .map(Money::yuan)
                .filter(it -> it.signum() > 0)
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ONE);
        var marks = new ArrayList<CityMark>();
        var arrows = new ArrayList<Arrow>();
        for (City from : City.values()) {
            for (City to : City.values()) {
                Amount amount = Flow.between(flows, from, to);
                BigDecimal yuan = amount.money().map(Money::yuan).orElse(BigDecimal.ZERO);
                double share = yuan.divide(most, 6, RoundingMode.HALF_UP).doubleValue();
                if (from == to) {
                    marks.add(mark(from, amount, ways.of(from, to), share));
                } else if (yuan.signum() > 0) {
                    arrows.add(arrow(from, to, amount, ways.of(from, to), share));
                }
            }
        }
        return new FlowPicture(marks, arrows, rows(flows, ways));
    }

    private static CityMark mark(City city, Amount amount, @Nullable String href, double share) {
        Point place = place(city);
        return new CityMark(
                city.label(),
                tenThousands(amount),
                href,
                place.x(),
                place.y(),
                tenth(SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(share)));
    }

    /** Each way has its own line, to the right of the direction that it goes. */
    private static Arrow arrow(City from, City to, Amount amount, @Nullable String href, double share) {
        Point start = place(from);
        Point end = place(to);
        double length = Math.hypot(end.x() - start.x(), end.y() - start.y());
        double alongX = (end.x() - start.x()) / length;
        double alongY = (end.y() - start.y()) / length;
        double sideX = -alongY * ASIDE;
        double sideY = alongX * ASIDE;
        double fromX = tenth(start.x() + alongX * AWAY + sideX);
        double fromY = tenth(start.y() + alongY * AWAY + sideY);
        double toX = tenth(end.x() - alongX * AWAY + sideX);
        double toY = tenth(end.y() - alongY * AWAY + sideY);
        return new Arrow(
                from.label() + " → " + to.label(),
                fromX,
                fromY,
                toX,
                toY,
                tenth(NARROWEST + (WIDEST - NARROWEST) * share),
                tenThousands(amount),
                href,
                tenth((fromX + toX) / 2 + sideX * 1.6),
                tenth((fromY + toY) / 2 + sideY * 1.6));
    }

    private static Point place(City city) {
        return Objects.requireNonNull(PLACES.get(city));
    }

    private static List<FlowRow> rows(List<Flow> flows, Ways ways) {
        return Arrays.stream(City.values())
                .map(from -> new FlowRow(
                        from.label(),
                        Arrays.stream(City.values())
                                .map(to -> new FlowCell(tenThousands(Flow.between(flows, from, to)), ways.of(from, to)))
                                .toList()))
                .toList();
    }

    private static String tenThousands(Amount amount) {
        return amount.money().map(FlowPicture::tenThousands).orElse(RateNumber.HIDDEN);
    }

    private static String tenThousands(Money amount) {
        return amount.yuan().signum() > 0 && amount.yuan().compareTo(LEAST) < 0
                ? "< 0.1"
                : Figures.tenThousands(amount.yuan(), 1);
    }

    private static double tenth(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
