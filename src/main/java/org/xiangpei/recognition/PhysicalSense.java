package org.xiangpei.recognition;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.xiangpei.recognition.CategoryForm.Field;
import org.xiangpei.recognition.CategoryForm.Seen;
import org.xiangpei.shared.units.Units;

/**
 * Warns of values that are hardly meant: below absolute zero, above 100 %, negative sizes, ten times beyond what the catalogue has of
 * that category, as a wrong unit gives. A warning is no refusal: the first of its kind may be right.
 */
final class PhysicalSense {

    private static final BigDecimal FACTOR = BigDecimal.TEN;
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private PhysicalSense() {}

    static void check(@Nullable BigDecimal min, @Nullable BigDecimal max, String unit, Field field, Findings findings) {
        String canonical = Objects.requireNonNull(field.details().unit());
        Stream.of(min, max)
                .filter(Objects::nonNull)
                .distinct()
                .map(end -> doubt(end, unit, canonical, field))
                .filter(it -> !it.isEmpty())
                .distinct()
                .forEach(doubt -> findings.warning(field.id(), field.details().name(), doubt));
    }

    private static String doubt(BigDecimal end, String unit, String canonical, Field field) {
        BigDecimal value = Units.convert(end, unit, canonical);
        String shown = end.toPlainString() + " " + Units.display(unit);
        if (canonical.equals("Cel")) {
            return Units.convert(end, unit, "K").signum() < 0 ? shown + " 低于绝对零度，请核对数值和单位。" : "";
        }
        if (value.signum() < 0) {
            return shown + " 是负数，请核对数值。";
        }
        if (canonical.equals("%") && value.compareTo(WHOLE) > 0) {
            return shown + " 超过 100%，请核对数值和单位。";
        }
        return field.seen().map(seen -> beyond(value, shown, seen, canonical)).orElse("");
    }

    private static String beyond(BigDecimal value, String shown, Seen seen, String canonical) {
        boolean far = value.compareTo(seen.most().multiply(FACTOR)) > 0
                || value.multiply(FACTOR).compareTo(seen.least()) < 0;
        return far
                ? "%s 与目录中同品类产品（%s～%s %s）相差十倍以上，请核对数值和单位。"
                        .formatted(shown, plain(seen.least()), plain(seen.most()), Units.display(canonical))
                : "";
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
