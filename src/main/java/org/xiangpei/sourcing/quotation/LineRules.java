package org.xiangpei.sourcing.quotation;

import java.math.BigDecimal;
import java.util.Arrays;

import org.xiangpei.shared.tabular.BadCell;
import org.xiangpei.shared.tabular.Cells;

/** What a field of a quoted line may be. */
final class LineRules {

    /** Nobody sells one of anything for more: a price above was mistyped. */
    private static final BigDecimal HIGHEST_PRICE = new BigDecimal("999999999999");

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int PRICE_DECIMALS = 4;
    private static final int LONGEST_LEAD = 3650;

    private LineRules() {}

    static BigDecimal price(String text) {
        BigDecimal price = Cells.decimal(text);
        if (price.signum() <= 0) {
            throw new BadCell("单价必须大于 0。");
        }
        if (price.compareTo(HIGHEST_PRICE) > 0) {
            throw new BadCell("单价太大，请检查单位是否为元。");
        }
        if (price.scale() > PRICE_DECIMALS) {
            throw new BadCell("单价最多 " + PRICE_DECIMALS + " 位小数，单位为元。");
        }
        return price;
    }

    static BigDecimal taxRate(String text) {
        String plain = text.endsWith("%") || text.endsWith("％") ? text.substring(0, text.length() - 1) : text;
        BigDecimal rate = Cells.decimal(plain.strip());
        if (!TaxRates.isLegal(rate)) {
            throw new BadCell("没有这个税率，应为 13、9、6、3、1 或 0（%）。");
        }
        return rate;
    }

    static BigDecimal quantity(String text) {
        BigDecimal quantity = Cells.decimal(text);
        if (quantity.signum() <= 0) {
            throw new BadCell("数量必须大于 0。");
        }
        return quantity;
    }

    static Integer days(String text) {
        Integer days = Cells.integer(text);
        if (days < 0 || days > LONGEST_LEAD) {
            throw new BadCell("交货期应为 0 到 " + LONGEST_LEAD + " 天的整数。");
        }
        return days;
    }

    static BigDecimal freight(String text) {
        BigDecimal freight = Cells.money(text);
        if (freight.signum() < 0) {
            throw new BadCell("运费不能小于 0。");
        }
        return freight;
    }

    static BigDecimal share(String text) {
        String plain = text.endsWith("%") || text.endsWith("％") ? text.substring(0, text.length() - 1) : text;
        BigDecimal share = Cells.decimal(plain.strip());
        if (share.signum() < 0 || share.compareTo(HUNDRED) > 0 || share.scale() > 2) {
            throw new BadCell("应为 0 到 100 之间的百分数，最多两位小数。");
        }
        return share;
    }

    static Reply reply(String text) {
        return Arrays.stream(Reply.values())
                .filter(it -> it.code().equals(text))
                .findFirst()
                .orElseThrow(() -> new BadCell("应选“满足”“有偏离”或“未答复”。"));
    }
}
