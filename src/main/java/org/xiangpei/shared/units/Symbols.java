package org.xiangpei.shared.units;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.measure.MetricPrefix;
import javax.measure.Unit;

import org.jspecify.annotations.Nullable;
import tech.units.indriya.AbstractUnit;
import tech.units.indriya.unit.BaseUnit;
import tech.units.indriya.unit.UnitDimension;
import tech.units.indriya.unit.Units;

import static java.util.Map.entry;

/**
 * The symbols that unit codes are made of: those of UCUM that industrial catalogues use, and ours. Hardness, sound levels and each
 * count (台, 套, 件…) are dimensions of their own, so that they convert only to themselves.
 */
final class Symbols {

    private static final Map<Character, MetricPrefix> PREFIXES = Map.of(
            'n', MetricPrefix.NANO,
            'u', MetricPrefix.MICRO,
            'm', MetricPrefix.MILLI,
            'c', MetricPrefix.CENTI,
            'd', MetricPrefix.DECI,
            'h', MetricPrefix.HECTO,
            'k', MetricPrefix.KILO,
            'M', MetricPrefix.MEGA,
            'G', MetricPrefix.GIGA);

    /** The prefixes in use for each symbol. Others (Mm, Mg) would only make a slip of the shift key look like a unit. */
    private static final Map<String, String> PREFIXED = Map.ofEntries(
            entry("m", "numcdk"),
            entry("g", "numk"),
            entry("s", "num"),
            entry("V", "umkM"),
            entry("A", "umk"),
            entry("W", "umkMG"),
            entry("Pa", "mhkMG"),
            entry("N", "mkM"),
            entry("J", "mkMG"),
            entry("Ohm", "umkM"),
            entry("Hz", "kMG"),
            entry("L", "umdk"),
            entry("bar", "m"),
            entry("lm", "k"),
            entry("lx", "k"),
            entry("cal", "k"));

    private static final String OWN_SCALES = "HBW HB HRA HRB HRC HV HS dB dB(A) r";
    private static final String COUNTS =
            "台 套 件 支 只 个 根 副 面 间隔 辆 块 条 片 组 座 卷 盘 张 把 箱 桶 樘 扇 双 对 颗 粒 瓶 袋 节 架 艘 部 列 项 批 具 盏 台套";

    private static final char FIRST_PRIVATE_LETTER = '\ue000';

    private static final Map<String, Unit<?>> TABLE = new Symbols().table();

    private final Map<String, Unit<?>> own = new HashMap<>();

    private Symbols() {}

    /** The unit of one symbol, with or without a metric prefix; null when there is none. */
    static @Nullable Unit<?> find(String symbol) {
        return TABLE.get(symbol);
    }

    /** What goods are counted in: 台, 套, 件… */
    static List<String> counts() {
        return List.of(COUNTS.split(" "));
    }

    /** All symbols, with their prefixes. */
    static Iterable<String> all() {
        return TABLE.keySet();
    }

    private Map<String, Unit<?>> table() {
        var table = new HashMap<String, Unit<?>>();
        addMetric(table);
        addOthers(table);
        addRatios(table);
        for (String own : OWN_SCALES.split(" ")) {
            table.put(own, ofItsOwn(own));
        }
        for (String count : COUNTS.split(" ")) {
            table.put(count, ofItsOwn(count));
            table.put("万" + count, ofItsOwn(count).multiply(10_000));
        }
        table.put("元", ofItsOwn("元"));
        table.put("万元", ofItsOwn("元").multiply(10_000));
        return Map.copyOf(table);
    }

    private static void addMetric(Map<String, Unit<?>> table) {
        Map<String, Unit<?>> metric = Map.ofEntries(
                entry("m", Units.METRE),
                entry("g", Units.GRAM),
                entry("s", Units.SECOND),
                entry("V", Units.VOLT),
                entry("A", Units.AMPERE),
                entry("W", Units.WATT),
                entry("Pa", Units.PASCAL),
                entry("N", Units.NEWTON),
                entry("J", Units.JOULE),
                entry("Ohm", Units.OHM),
                entry("Hz", Units.HERTZ),
                entry("L", Units.LITRE),
                entry("bar", Units.PASCAL.multiply(100_000)),
                entry("lm", Units.LUMEN),
                entry("lx", Units.LUX),
                entry("cal", scaled(Units.JOULE, "4.184")));
        metric.forEach((symbol, unit) -> {
            table.put(symbol, unit);
            PREFIXED.getOrDefault(symbol, "")
                    .chars()
                    .forEach(prefix -> table.put((char) prefix + symbol, unit.prefix(PREFIXES.get((char) prefix))));
        });
    }

    private void addOthers(Map<String, Unit<?>> table) {
        table.put("t", Units.KILOGRAM.multiply(1000));
        table.put("in", scaled(Units.METRE, "0.0254"));
        table.put("min", Units.SECOND.multiply(60));
        table.put("h", Units.SECOND.multiply(3_600));
        table.put("d", Units.SECOND.multiply(86_400));
        table.put("wk", Units.SECOND.multiply(604_800));
        // As UCUM has them: the mean month and year of the Julian calendar.
        table.put("mo", Units.SECOND.multiply(2_629_800));
        table.put("a", Units.SECOND.multiply(31_557_600));
        table.put("K", Units.KELVIN);
        table.put("Cel", Units.CELSIUS);
        Unit<?> degree = ofItsOwn("deg");
        table.put("deg", degree);
        table.put("arcmin", degree.divide(60));
    }

    private static void addRatios(Map<String, Unit<?>> table) {
        table.put("1", AbstractUnit.ONE);
        table.put("%", AbstractUnit.ONE.divide(100));
        table.put("‰", AbstractUnit.ONE.divide(1_000));
        table.put("ppm", AbstractUnit.ONE.divide(1_000_000));
        table.put("ppb", AbstractUnit.ONE.divide(1_000_000_000));
    }

    /** A unit that converts to nothing but itself: the library keeps units apart by dimension, so each gets a private letter for one. */
    private Unit<?> ofItsOwn(String symbol) {
        char dimension = (char) (FIRST_PRIVATE_LETTER + own.size());
        return own.computeIfAbsent(symbol, name -> new BaseUnit<>(name, UnitDimension.parse(dimension)));
    }

    static Unit<?> scaled(Unit<?> unit, String factor) {
        return unit.multiply(new BigDecimal(factor));
    }
}
