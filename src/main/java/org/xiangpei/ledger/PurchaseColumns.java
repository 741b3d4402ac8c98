package org.xiangpei.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.xiangpei.shared.tabular.Columns;
import org.xiangpei.shared.tabular.Columns.Column;

/** The columns of a file of purchase records, by their names and the headings that ledgers have in use. */
final class PurchaseColumns {

    static final String CODE = "code";
    static final String BUYER_CODE = "buyer_code";
    static final String BUYER_NAME = "buyer_name";
    static final String BUYER_KIND = "buyer_kind";
    static final String BUYER_CITY = "buyer_city";
    static final String PURCHASED_ON = "purchased_on";
    static final String ITEM = "item";
    static final String CATEGORY = "category";
    static final String QUANTITY = "quantity";
    static final String UNIT = "unit";
    static final String AMOUNT = "amount";
    static final String SUPPLIER = "supplier";
    static final String SUPPLIER_FIRM = "supplier_firm";
    static final String USCC = "supplier_uscc";
    static final String PRODUCT = "product";
    static final String PRODUCTION_REGION = "production_region";
    static final String DECLARED = "declared_local_content_pct";
    static final String SUPERSEDES = "supersedes";
    static final String SOURCE = "source";
    static final String RECORDED_ON = "recorded_on";
    static final String PROVENANCE = "provenance";

    private static final Column[] ALWAYS = {
        Column.required(CODE, "台账编号", "编号", "记录编号"),
        Column.required(BUYER_CODE, "采购单位代码"),
        Column.required(BUYER_NAME, "采购单位", "采购单位名称"),
        Column.optional(BUYER_KIND, "单位类型", "采购单位类型"),
        Column.required(BUYER_CITY, "采购单位所在市", "所在市", "采购城市"),
        Column.required(PURCHASED_ON, "采购日期", "成交日期"),
        Column.required(ITEM, "品名", "采购内容", "物资名称"),
        Column.required(CATEGORY, "品类", "品类代码"),
        Column.optional(QUANTITY, "数量"),
        Column.optional(UNIT, "单位", "计量单位"),
        Column.required(AMOUNT, "金额", "金额（元）", "含税金额", "含税金额（元）"),
        Column.required(SUPPLIER, "供应商", "供应商名称"),
        Column.optional(SUPPLIER_FIRM, "供应企业代码"),
        Column.optional(USCC, "供应商统一社会信用代码", "统一社会信用代码"),
        Column.optional(PRODUCT, "产品代码", "目录产品代码"),
        Column.required(PRODUCTION_REGION, "生产地", "产地", "生产地代码"),
        Column.optional(DECLARED, "申报本地含量", "申报本地含量（%）"),
        Column.optional(SUPERSEDES, "更正记录", "更正编号"),
        Column.optional(SOURCE, "来源", "凭证")
    };

    /** What people upload: it becomes known when it is uploaded. */
    static final Columns UPLOAD = Columns.of(ALWAYS);

    /** What a buyer sends of itself: whose it is and what the buyer calls it need not be said. */
    static final Columns OWN = Columns.of(Arrays.stream(ALWAYS)
            .map(it -> it.name().startsWith("buyer_")
                            || it.name().equals(CODE)
                            || it.name().equals(CATEGORY)
                    ? new Column(it.name(), false, it.aliases())
                    : it)
            .toArray(Column[]::new));

    /** What a form sends that corrects a record. */
    static final List<String> FORM_NAMES = List.of(
            CODE,
            PURCHASED_ON,
            ITEM,
            CATEGORY,
            QUANTITY,
            UNIT,
            AMOUNT,
            SUPPLIER,
            USCC,
            SUPPLIER_FIRM,
            PRODUCT,
            PRODUCTION_REGION,
            DECLARED);

    static final Columns FORM = Columns.required(FORM_NAMES.toArray(String[]::new));

    /** The sample says itself when each record became known, so that there is a past to replay. */
    static final Columns SAMPLE = Columns.of(
            Stream.concat(Arrays.stream(ALWAYS), Stream.of(Column.required(RECORDED_ON), Column.required(PROVENANCE)))
                    .toArray(Column[]::new));

    private PurchaseColumns() {}
}
