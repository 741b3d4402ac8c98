package org.xiangpei.sourcing.quotation;

import org.xiangpei.shared.RuleViolation;

/** How long what is typed may be. Forms stop there themselves; a draft that was sent otherwise must not outgrow its envelope. */
public final class Lengths {

    public static final int NOTE = 2000;
    public static final int LINE_NOTE = 500;
    public static final int FIELD = 60;
    public static final int VALUE = 100;
    public static final int REPLY_NOTE = 200;
    public static final int MOST_BREAKS = 10;

    private static final int FILE_NAME = 120;

    private Lengths() {}

    /** @throws RuleViolation {@code bad-quotation} */
    static void require(HeadText text) {
        require("说明", text.note(), NOTE);
        require("有效期", text.validUntil(), FIELD);
    }

    /** @throws RuleViolation {@code bad-quotation} */
    static void require(LineText text) {
        require("备注", text.note(), LINE_NOTE);
        for (String field : new String[] {
            text.product(),
            text.unitPrice(),
            text.taxRate(),
            text.minimumOrder(),
            text.leadDays(),
            text.freight(),
            text.productionRegion(),
            text.localContent()
        }) {
            require("这一项", field, FIELD);
        }
        if (text.breaks().size() > MOST_BREAKS) {
            throw new RuleViolation("bad-quotation", "阶梯价最多 " + MOST_BREAKS + " 档。");
        }
        text.breaks().forEach(it -> {
            require("阶梯数量", it.from(), FIELD);
            require("阶梯单价", it.unitPrice(), FIELD);
        });
        text.replies().forEach(it -> {
            require("条款答复", it.reply(), FIELD);
            require("偏离值", it.value(), VALUE);
            require("条款说明", it.note(), REPLY_NOTE);
        });
    }

    private static void require(String what, String text, int most) {
        if (text.length() > most) {
            throw new RuleViolation("bad-quotation", what + "太长：最多 " + most + " 个字符，现为 " + text.length() + " 个。");
        }
    }

    static String fileName(String name) {
        String plain = name.replaceAll("[\\p{Cntrl}\\p{Cs}]", "").strip();
        String named = plain.isEmpty() ? "附件" : plain;
        return named.length() <= FILE_NAME ? named : named.substring(named.length() - FILE_NAME);
    }
}
