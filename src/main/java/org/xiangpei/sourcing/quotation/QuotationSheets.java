package org.xiangpei.sourcing.quotation;

import org.xiangpei.shared.tabular.Columns;
import org.xiangpei.shared.tabular.Columns.Column;

/** The sheets and columns of the workbook that suppliers fill in. */
final class QuotationSheets {

    static final String LINES = "报价";
    static final String CLAUSES = "条款答复";
    static final String WHOLE = "有效期和说明";

    static final String NUMBER = "行号";
    static final String PRICE = "含税单价（元）";
    static final String TAX = "税率（%）";
    static final String BREAKS = "阶梯价";
    static final String MINIMUM = "起订量";
    static final String LEAD = "交货期（天）";
    static final String FREIGHT = "运费（元）";
    static final String PRODUCT = "产品编号";
    static final String PLACE = "生产地";
    static final String LOCAL = "本地含量（%）";
    static final String NOTE = "备注";
    static final String CLAUSE = "条款号";
    static final String REPLY = "答复";
    static final String VALUE = "偏离值";
    static final String REPLY_NOTE = "说明";
    static final String VALID_UNTIL = "报价有效期至";

    static final Columns OF_LINES = Columns.of(
            Column.required(NUMBER),
            Column.optional("名称"),
            Column.optional("数量"),
            Column.optional("单位"),
            Column.required(PRICE, "含税单价", "单价"),
            Column.required(TAX, "税率"),
            Column.optional(BREAKS),
            Column.optional(MINIMUM),
            Column.required(LEAD, "交货期", "交货天数"),
            Column.optional(FREIGHT, "运费"),
            Column.optional(PRODUCT),
            Column.optional(PLACE),
            Column.optional(LOCAL, "本地含量"),
            Column.optional(NOTE));

    static final Columns OF_CLAUSES = Columns.of(
            Column.required(NUMBER),
            Column.required(CLAUSE),
            Column.optional("条款"),
            Column.required(REPLY),
            Column.optional(VALUE),
            Column.optional(REPLY_NOTE));

    static final Columns OF_WHOLE = Columns.of(Column.required(VALID_UNTIL, "有效期至"), Column.optional(REPLY_NOTE));

    private QuotationSheets() {}
}
