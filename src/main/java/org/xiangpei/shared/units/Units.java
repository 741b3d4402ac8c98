package org.xiangpei.shared.units;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.measure.IncommensurableException;
import javax.measure.Unit;
import javax.measure.UnitConverter;

import tech.units.indriya.function.RationalNumber;

/**
 * Units as the catalogue and its users write them: UCUM codes ({@code kV.A}, {@code m3/h}), trade spellings (千伏安, ㎡, 转/分) and
 * counts (台, 万台). Conversions are exact wherever the factor is a fraction. Safe for threads; what was read once is remembered.
 */
public final class Units {

    private static final int LONGEST = 40;
    private static final int REMEMBERED = 5_000;
    private static final BigDecimal TOLERANCE = new BigDecimal("1e-9");

    private static final ConcurrentHashMap<String, List<Unit<?>>> READ = new ConcurrentHashMap<>();
    private static final ConcurrentHashMap<Pair, Optional<UnitConverter>> CONVERTERS = new ConcurrentHashMap<>();

    private record Pair(String from, String to, boolean difference) {}

    private Units() {}

    /** Whether this is a unit at all, in any spelling. */
    public static boolean known(String unit) {
        return !meanings(unit).isEmpty();
    }

    /** Every single word for a unit that is known by itself, for readers of running text; case may differ where that is clear. */
    public static Set<String> words() {
        var words = new TreeSet<>(Spellings.all());
        Symbols.all().forEach(words::add);
        return words;
    }

    /** What goods are counted in: 台, 套, 件… */
    public static List<String> counts() {
        return Symbols.counts();
    }

    /** Whether values of one unit can be expressed in the other. Different counts and trade scales cannot. */
    public static boolean compatible(String one, String other) {
        return converter(new Pair(one, other, false)).isPresent();
    }

    /**
     * A value in another unit; ℃ and K are points on their scales.
     *
     * @throws IllegalArgumentException when the units are not {@link #compatible}
     */
    public static BigDecimal convert(BigDecimal value, String from, String to) {
        return apply(value, new Pair(from, to, false));
    }

    /** As {@link #convert}, for a difference: 5 ℃ warmer is 5 K warmer. */
    public static BigDecimal convertDifference(BigDecimal value, String from, String to) {
        return apply(value, new Pair(from, to, true));
    }

    /** The order of two values of one unit; values within 1e-9 of each other, relative to the larger, are equal. */
    public static int compare(BigDecimal one, BigDecimal other) {
        int order = one.compareTo(other);
        if (order == 0) {
            return 0;
        }
        BigDecimal allowed = one.abs().max(other.abs()).multiply(TOLERANCE);
        return one.subtract(other).abs().compareTo(allowed) <= 0 ? 0 : order;
    }

    /** The unit as a reader expects it: {@code m3/h} is m³/h, {@code Cel} is ℃, {@code kV.A} is kVA, {@code 1} is nothing. */
    public static String display(String unit) {
        return UnitDisplay.of(unit);
    }

    private static BigDecimal apply(BigDecimal value, Pair pair) {
        if (pair.from.equals(pair.to)) {
            return value;
        }
        return converter(pair)
                .map(converter -> decimal(converter.convert(fraction(value))))
                .orElseThrow(() -> new IllegalArgumentException("Cannot convert " + pair.from + " to " + pair.to));
    }

    /** Fractions stay exact through chained factors; decimals would be cut after each. */
    private static Number fraction(BigDecimal value) {
        return value.scale() <= 0
                ? value.toBigInteger()
                : RationalNumber.of(value.unscaledValue(), BigInteger.TEN.pow(value.scale()));
    }

    private static BigDecimal decimal(Number converted) {
        return switch (converted) {
            case BigDecimal decimal -> decimal;
            case RationalNumber fraction ->
                new BigDecimal(fraction.getDividend())
                        .divide(new BigDecimal(fraction.getDivisor()), MathContext.DECIMAL128);
            case BigInteger whole -> new BigDecimal(whole);
            default -> new BigDecimal(converted.toString());
        };
    }

    private static Optional<UnitConverter> converter(Pair pair) {
        return remembering(CONVERTERS, pair, Units::firstThatFits);
    }

    private static Optional<UnitConverter> firstThatFits(Pair pair) {
        return meanings(pair.from).stream()
                .flatMap(from -> meanings(pair.to).stream().flatMap(to -> between(from, to, pair.difference)))
                .findFirst();
    }

    private static Stream<UnitConverter> between(Unit<?> one, Unit<?> other, boolean difference) {
        Unit<?> from = difference ? UnitExpression.interval(one) : one;
        Unit<?> to = difference ? UnitExpression.interval(other) : other;
        try {
            return Stream.of(from.getConverterToAny(to));
        } catch (IncommensurableException incomparable) {
            return Stream.empty();
        }
    }

    private static List<Unit<?>> meanings(String unit) {
        return remembering(READ, unit, Units::read);
    }

    private static List<Unit<?>> read(String unit) {
        if (unit.length() > LONGEST) {
            return List.of();
        }
        String folded = Spellings.fold(unit);
        List<String> codes = Symbols.find(folded) == null ? Spellings.of(folded) : List.of();
        Stream<String> candidates = codes.isEmpty() ? Stream.of(folded) : codes.stream();
        return candidates
                .flatMap(code -> UnitExpression.read(Spellings.fold(code)).stream())
                .<Unit<?>>map(Function.identity())
                .toList();
    }

    /** Remembers a bounded number of answers, so that nonsense sent by the million costs time but no memory. */
    private static <K, V> V remembering(ConcurrentHashMap<K, V> answers, K question, Function<K, V> work) {
        V known = answers.get(question);
        if (known != null) {
            return known;
        }
        V answer = work.apply(question);
        if (answers.size() < REMEMBERED) {
            answers.put(question, answer);
        }
        return answer;
    }
}
