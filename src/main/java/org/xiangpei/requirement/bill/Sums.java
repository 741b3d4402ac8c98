package org.xiangpei.requirement.bill;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Amounts of money as bills have them: 1,280.50, ￥3500, 3.5万元, or in what the heading says. */
final class Sums {

    private static final Pattern AMOUNT = Pattern.compile(
            "[¥￥]?\\s*(?<n>\\d{1,12}(?:,\\d{3})*(?:\\.\\d{1,6})?)\\s*(?<scale>万|亿)?\\s*元?(?:\\s*(?:/|每).{1,6})?");

    private Sums() {}

    /**
     * In CNY. Empty for what is no amount.
     *
     * @param unit of the heading, such as 万元
     */
    static Optional<BigDecimal> read(String cell, @Nullable String unit) {
        Matcher found = AMOUNT.matcher(Normalizer.normalize(cell, Normalizer.Form.NFKC)
                .replace('￥', '¥')
                .strip());
        if (!found.matches()) {
            return Optional.empty();
        }
        String scale = found.group("scale") == null ? "" + unit : found.group("scale");
        BigDecimal factor = scale.contains("亿")
                ? BigDecimal.valueOf(100_000_000)
                : BigDecimal.valueOf(scale.contains("万") ? 10_000 : 1);
        return Optional.of(new BigDecimal(found.group("n").replace(",", ""))
                .multiply(factor)
                .setScale(2, RoundingMode.HALF_UP));
    }
}
