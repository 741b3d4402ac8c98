package org.xiangpei.insight.report.web;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;

import org.xiangpei.insight.Amount;
import org.xiangpei.insight.Flow;
import org.xiangpei.insight.overview.web.FlowPicture;
import org.xiangpei.insight.report.ReportContent.Chart;
import org.xiangpei.insight.report.ReportContent.Point;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Money;
import org.xiangpei.shared.documents.Lettering;
import org.xiangpei.shared.documents.Lettering.Anchor;

/**
 * Draws the charts of reports, in the colours of the pages. Series differ by dash and mark as well, so that a copy in black and white and
 * colour-blind eyes tell them apart.
 */
final class ChartPicture implements AutoCloseable {

    static final int WIDTH = 900;

    private static final int LINES_HEIGHT = 360;
    private static final int FLOWS_HEIGHT = 420;
    private static final int FLOWS_WIDTH = 600;
    private static final int BAR = 30;

    /** Pixels for one unit: about 260 to the inch on paper. */
    private static final int SCALE = 2;

    private static final Color INK = new Color(0x16202c);
    private static final Color QUIET = new Color(0x5a6875);
    private static final Color LINE = new Color(0xdfe5ea);
    private static final Color ACCENT = new Color(0x17508a);
    private static final Color ACCENT_TINT = new Color(0xe8f0f8);
    private static final Color ARROW = new Color(0x7f9fc0);
    private static final double TEXT = 15;

    private static final List<Style> STYLES = List.of(
            new Style(ACCENT, 3.2f, null), new Style(QUIET, 2.2f, null), new Style(INK, 2f, new float[] {8, 6}));

    @SuppressWarnings("ArrayRecordComponent") // only handed on
    private record Style(Color colour, float width, float @org.jspecify.annotations.Nullable [] dash) {
        BasicStroke stroke() {
            return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1f, dash, 0f);
        }
    }

    private final Lettering lettering = new Lettering();

    @Override
    public void close() {
        lettering.close();
    }

    static int width(Chart chart) {
        return chart.shape() == Chart.Shape.FLOWS ? FLOWS_WIDTH : WIDTH;
    }

    static int height(Chart chart) {
        return switch (chart.shape()) {
            case LINES -> LINES_HEIGHT;
            case FLOWS -> FLOWS_HEIGHT;
            case BARS -> 40 + chart.points().size() * BAR;
        };
    }

    byte[] png(Chart chart) {
        var image = new BufferedImage(width(chart) * SCALE, height(chart) * SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D on = image.createGraphics();
        on.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        on.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        on.setTransform(AffineTransform.getScaleInstance(SCALE, SCALE));
        on.setColor(Color.WHITE);
        on.fill(new Rectangle2D.Double(0, 0, width(chart), height(chart)));
        switch (chart.shape()) {
            case LINES -> lines(on, chart);
            case BARS -> bars(on, chart);
            case FLOWS -> flows(on, chart);
        }
        on.dispose();
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void lines(Graphics2D on, Chart chart) {
        double left = 56;
        double right = WIDTH - 16;
        double top = 48;
        double bottom = LINES_HEIGHT - 40;
        double most = ceiling(chart);
        for (int i = 0; i <= 5; i++) {
            double share = most * i / 5;
            double y = bottom - (bottom - top) * i / 5;
            stroke(on, LINE, 1f, new Line2D.Double(left, y, right, y));
            text(on, QUIET, plain(share) + "%", left - 8, y + 5, 13, Anchor.END);
        }
        List<Point> points = chart.points();
        double step = points.size() < 2 ? 0 : (right - left - 30) / (points.size() - 1);
        for (int i = 0; i < points.size(); i++) {
            if (i % 3 == 0 || i == points.size() - 1) {
                boolean crowded = i != points.size() - 1 && points.size() - 1 - i < 2;
                if (!crowded) {
                    text(on, QUIET, points.get(i).label(), left + 15 + i * step, bottom + 24, 13, Anchor.MIDDLE);
                }
            }
        }
        double legend = left;
        for (int series = 0; series < chart.series().size(); series++) {
            Style style = STYLES.get(series % STYLES.size());
            if (isEmpty(points, series)) {
                continue;
            }
            on.setColor(style.colour());
            on.setStroke(style.stroke());
            on.draw(new Line2D.Double(legend, 20, legend + 34, 20));
            mark(on, series, legend + 17, 20);
            text(on, INK, chart.series().get(series), legend + 42, 25, TEXT, Anchor.START);
            legend += 42 + lettering.width(chart.series().get(series), TEXT) + 30;
            course(on, points, series, left + 15, step, bottom, (bottom - top) / most);
        }
    }

    /** A month without a value is a break in the line. */
    private void course(
            Graphics2D on, List<Point> points, int series, double left, double step, double bottom, double unit) {
        Style style = STYLES.get(series % STYLES.size());
        var path = new Path2D.Double();
        boolean begun = false;
        on.setColor(style.colour());
        for (int i = 0; i < points.size(); i++) {
            String value = points.get(i).values().get(series);
            if (value.isEmpty()) {
                begun = false;
                continue;
            }
            double x = left + i * step;
            double y = bottom - Double.parseDouble(value) * unit;
            if (begun) {
                path.lineTo(x, y);
            } else {
                path.moveTo(x, y);
            }
            begun = true;
            mark(on, series, x, y);
        }
        on.setStroke(style.stroke());
        on.draw(path);
    }

    private static void mark(Graphics2D on, int series, double x, double y) {
        switch (series) {
            case 0 -> on.fill(new Ellipse2D.Double(x - 4, y - 4, 8, 8));
            case 1 -> {
                Color colour = on.getColor();
                on.setColor(Color.WHITE);
                on.fill(new Rectangle2D.Double(x - 3.5, y - 3.5, 7, 7));
                on.setColor(colour);
                on.setStroke(new BasicStroke(1.6f));
                on.draw(new Rectangle2D.Double(x - 3.5, y - 3.5, 7, 7));
            }
            default -> {}
        }
    }

    private static boolean isEmpty(List<Point> points, int series) {
        return points.stream().allMatch(it -> it.values().get(series).isEmpty());
    }

    /** The next round number above all values, never above all there is. */
    private static double ceiling(Chart chart) {
        double most = chart.points().stream()
                .flatMap(it -> it.values().stream())
                .filter(it -> !it.isEmpty())
                .mapToDouble(Double::parseDouble)
                .max()
                .orElse(100);
        return Math.clamp(Math.ceil(most / 10) * 10, 10, 100);
    }

    private void bars(Graphics2D on, Chart chart) {
        double left = 20
                + chart.points().stream()
                        .mapToDouble(it -> lettering.width(it.label(), TEXT))
                        .max()
                        .orElse(0);
        double right = WIDTH - 80;
        double bottom = height(chart) - 30;
        for (int percent = 0; percent <= 100; percent += 20) {
            double x = left + (right - left) * percent / 100;
            stroke(on, LINE, 1f, new Line2D.Double(x, 0, x, bottom));
            text(on, QUIET, percent + "%", x, bottom + 20, 13, Anchor.MIDDLE);
        }
        double y = 4;
        for (Point point : chart.points()) {
            text(on, INK, point.label(), left - 10, y + 16, TEXT, Anchor.END);
            String value = point.values().getFirst();
            double share = value.isEmpty() ? 0 : Double.parseDouble(value);
            on.setColor(ACCENT);
            on.fill(new Rectangle2D.Double(left, y, (right - left) * share / 100, BAR - 10));
            text(
                    on,
                    INK,
                    value.isEmpty() ? "无" : value + "%",
                    left + (right - left) * share / 100 + 8,
                    y + 16,
                    TEXT,
                    Anchor.START);
            y += BAR;
        }
        stroke(on, QUIET, 1.2f, new Line2D.Double(left, 0, left, bottom));
    }

    /** The picture of the overview. */
    private void flows(Graphics2D on, Chart chart) {
        FlowPicture picture = FlowPicture.of(flows(chart));
        for (FlowPicture.Arrow arrow : picture.arrows()) {
            arrow(on, arrow);
        }
        for (FlowPicture.CityMark city : picture.cities()) {
            var circle = new Ellipse2D.Double(
                    city.x() - city.radius(), city.y() - city.radius(), city.radius() * 2, city.radius() * 2);
            on.setColor(ACCENT_TINT);
            on.fill(circle);
            stroke(on, ACCENT, 2f, circle);
            text(on, INK, city.label(), city.x(), city.y() - 3, 16, Anchor.MIDDLE);
            text(on, INK, city.amount(), city.x(), city.y() + 17, TEXT, Anchor.MIDDLE);
        }
        for (FlowPicture.Arrow arrow : picture.arrows()) {
            double wide = lettering.width(arrow.amount(), TEXT);
            on.setColor(Color.WHITE);
            on.fill(new Rectangle2D.Double(arrow.x() - wide / 2 - 3, arrow.y() - 14, wide + 6, 19));
            text(on, INK, arrow.amount(), arrow.x(), arrow.y(), TEXT, Anchor.MIDDLE);
        }
    }

    private static void arrow(Graphics2D on, FlowPicture.Arrow arrow) {
        double length = Math.hypot(arrow.toX() - arrow.fromX(), arrow.toY() - arrow.fromY());
        double alongX = (arrow.toX() - arrow.fromX()) / length;
        double alongY = (arrow.toY() - arrow.fromY()) / length;
        on.setColor(ARROW);
        on.setStroke(new BasicStroke((float) arrow.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        on.draw(new Line2D.Double(arrow.fromX(), arrow.fromY(), arrow.toX(), arrow.toY()));
        double head = Math.max(14, arrow.width() * 1.1);
        var tip = new Path2D.Double();
        tip.moveTo(arrow.toX() + alongX * head, arrow.toY() + alongY * head);
        tip.lineTo(arrow.toX() - alongY * head * 0.7, arrow.toY() + alongX * head * 0.7);
        tip.lineTo(arrow.toX() + alongY * head * 0.7, arrow.toY() - alongX * head * 0.7);
        tip.closePath();
        on.setColor(ACCENT);
        on.fill(tip);
    }

    private static List<Flow> flows(Chart chart) {
        var flows = new ArrayList<Flow>();
        for (Point from : chart.points()) {
            for (int i = 0; i < chart.series().size(); i++) {
                String yuan = from.values().get(i);
                Money amount = yuan.isEmpty() ? null : new Money(new BigDecimal(yuan));
                flows.add(new Flow(city(from.label()), city(chart.series().get(i)), new Amount(1, amount)));
            }
        }
        return flows;
    }

    private static City city(String label) {
        return Objects.requireNonNull(Arrays.stream(City.values())
                .filter(it -> it.label().equals(label))
                .findFirst()
                .orElse(null));
    }

    private void text(Graphics2D on, Color colour, String text, double x, double y, double size, Anchor anchor) {
        on.setColor(colour);
        lettering.write(on, text, x, y, size, anchor);
    }

    private static void stroke(Graphics2D on, Color colour, float width, java.awt.Shape shape) {
        on.setColor(colour);
        on.setStroke(new BasicStroke(width));
        on.draw(shape);
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
