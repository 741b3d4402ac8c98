package org.xiangpei.insight.overview.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.xiangpei.insight.Amount;
import org.xiangpei.insight.Flow;
import org.xiangpei.insight.map.District.Point;
import org.xiangpei.insight.web.RateNumber;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Money;
import org.xiangpei.shared.web.Figures;

/**
 * The money between the three cities as arrows from the buyer's city to that of production, in 万元. The area of a circle and the width of an
 * arrow grow with the amount. What is hidden has no arrow, and the word in the table.
 */
public record FlowPicture(List<CityMark> cities, List<Arrow> arrows, List<Row> rows) {

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

    /** @param amount what its buyers spent on what it makes itself */
    public record CityMark(String label, String amount, double x, double y, double radius) {}

    /** A line from one point to another; its label stands at x, y. */
    public record Arrow(
            String label,
            double fromX,
            double fromY,
            double toX,
            double toY,
            double width,
            String amount,
            double x,
            double y) {

        /** As SVG has it. */
        public String path() {
            return "M%s %sL%s %s".formatted(fromX, fromY, toX, toY);
        }
    }

    /** @param amounts in the order of the cities */
    public record Row(City buyerCity, List<String> amounts) {}

    public static FlowPicture of(List<Flow> flows) {
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
                    marks.add(mark(from, amount, share));
                } else if (yuan.signum() > 0) {
                    arrows.add(arrow(from, to, amount, share));
                }
            }
        }
        return new FlowPicture(marks, arrows, rows(flows));
    }

    private static CityMark mark(City city, Amount amount, double share) {
        Point place = place(city);
        return new CityMark(
                city.label(),
                tenThousands(amount),
                place.x(),
                place.y(),
                tenth(SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(share)));
    }

    /** Each way has its own line, to the right of the direction that it goes. */
    private static Arrow arrow(City from, City to, Amount amount, double share) {
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
                tenth((fromX + toX) / 2 + sideX * 1.6),
                tenth((fromY + toY) / 2 + sideY * 1.6));
    }

    private static Point place(City city) {
        return Objects.requireNonNull(PLACES.get(city));
    }

    private static List<Row> rows(List<Flow> flows) {
        return Arrays.stream(City.values())
                .map(from -> new Row(
                        from,
                        Arrays.stream(City.values())
                                .map(to -> tenThousands(Flow.between(flows, from, to)))
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
