package org.xiangpei.requirement.bill;

import java.util.EnumSet;
import java.util.Set;

import org.xiangpei.shared.Coded;

/** What a column of a bill holds. */
public enum ColumnRole implements Coded {
    /** 序号: says nothing of the goods. */
    NUMBER,
    /** 物料编码: the buyer's own, kept in the words of the line. */
    CODE,
    NAME,
    /** 品类: helps to recognise the category where the name does not. */
    KIND,
    MODEL,
    /** 技术参数: clauses in running text. */
    DEMAND,
    /** One parameter, called by the heading: 额定电压 | 10kV. */
    PROPERTY,
    QUANTITY,
    UNIT,
    /** 单价: times the quantity it is the budget of the line. */
    PRICE,
    /** 金额 of the whole line. */
    BUDGET,
    DELIVERY,
    /** 品牌: kept in the words of the line, never a clause (公平竞争审查). */
    BRAND,
    NOTE,
    IGNORED;

    private static final Set<ColumnRole> SEVERAL = EnumSet.of(MODEL, DEMAND, PROPERTY, BRAND, NOTE, IGNORED);

    /** Whether a table may have only one such column. */
    boolean isSingle() {
        return !SEVERAL.contains(this);
    }

    /** Whether a name can be taken from it. */
    boolean names() {
        return this == NAME || this == MODEL || this == KIND;
    }
}
