package org.xiangpei.shared.units;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.measure.Unit;

import tech.units.indriya.AbstractUnit;
import tech.units.indriya.unit.Units;

/**
 * Reads a unit as UCUM writes it ({@code kW.h/m3}, {@code W/(m2.K)}), left to right, each symbol in any spelling people use. A
 * degree inside an expression is a difference of temperature, never a point on the scale.
 */
final class UnitExpression {

    private static final Pattern POWER = Pattern.compile("(.*?[^-+\\d])(?:\\^|\\*\\*)?(-?[1-9])");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,8}(\\.\\d{1,8})?");
    private static final int DEEPEST = 5;

    private final String text;
    private final int depth;
    private int position;

    private UnitExpression(String text, int depth) {
        this.text = text;
        this.depth = depth;
    }

    /** The unit of a folded text; empty when a part of it is unknown. */
    static Optional<Unit<?>> read(String text) {
        return read(text, 0);
    }

    private static Optional<Unit<?>> read(String text, int depth) {
        if (text.isEmpty() || depth > DEEPEST) {
            return Optional.empty();
        }
        var expression = new UnitExpression(text, depth);
        return expression.product().filter(unit -> expression.position == text.length());
    }

    private Optional<Unit<?>> product() {
        Optional<Unit<?>> result = peek() == '/' ? Optional.of(AbstractUnit.ONE) : factor();
        while (result.isPresent() && (peek() == '.' || peek() == '/')) {
            boolean over = text.charAt(position++) == '/';
            Unit<?> left = interval(result.get());
            result = factor().map(UnitExpression::interval)
                    .map(right -> over ? left.divide(right) : left.multiply(right));
        }
        return result;
    }

    private Optional<Unit<?>> factor() {
        if (peek() == '(') {
            return inParentheses();
        }
        int end = position;
        while (end < text.length() && "./()".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        Matcher number = NUMBER.matcher(text).region(position, text.length());
        if (number.lookingAt()) {
            end = Math.max(number.end(), end);
        }
        String symbol = text.substring(position, end);
        position = end;
        return symbol(symbol);
    }

    private Optional<Unit<?>> inParentheses() {
        int close = text.lastIndexOf(')');
        if (close < position) {
            return Optional.empty();
        }
        String inside = text.substring(position + 1, close);
        position = close + 1;
        return read(inside, depth + 1);
    }

    private Optional<Unit<?>> symbol(String symbol) {
        return plain(symbol).or(() -> power(symbol));
    }

    private Optional<Unit<?>> plain(String symbol) {
        Unit<?> exact = Symbols.find(symbol);
        if (exact != null) {
            return Optional.of(exact);
        }
        if (NUMBER.matcher(symbol).matches()) {
            return Optional.of(Symbols.scaled(AbstractUnit.ONE, symbol));
        }
        return meaning(Spellings.of(symbol)).or(() -> meaning(Spellings.ofAnyCase(symbol)));
    }

    private Optional<Unit<?>> meaning(List<String> codes) {
        return codes.stream().findFirst().flatMap(code -> {
            Unit<?> known = Symbols.find(code);
            return known == null ? read(code, depth + 1) : Optional.of(known);
        });
    }

    private Optional<Unit<?>> power(String symbol) {
        Matcher parts = POWER.matcher(symbol);
        return parts.matches()
                ? plain(parts.group(1)).map(base -> interval(base).pow(Integer.parseInt(parts.group(2))))
                : Optional.empty();
    }

    private char peek() {
        return position < text.length() ? text.charAt(position) : '\0';
    }

    /** A degree Celsius as a difference is a kelvin. */
    static Unit<?> interval(Unit<?> unit) {
        return unit.equals(Units.CELSIUS) ? Units.KELVIN : unit;
    }
}
