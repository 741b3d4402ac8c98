package org.xiangpei.ledger;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.xiangpei.shared.Uscc;
import org.xiangpei.shared.tabular.BadCell;
import org.xiangpei.shared.tabular.Cells;
import org.xiangpei.shared.tabular.ColumnGuesser.Target;

import static org.xiangpei.ledger.PurchaseColumns.AMOUNT;
import static org.xiangpei.ledger.PurchaseColumns.BUYER_CITY;
import static org.xiangpei.ledger.PurchaseColumns.BUYER_CODE;
import static org.xiangpei.ledger.PurchaseColumns.BUYER_KIND;
import static org.xiangpei.ledger.PurchaseColumns.BUYER_NAME;
import static org.xiangpei.ledger.PurchaseColumns.CATEGORY;
import static org.xiangpei.ledger.PurchaseColumns.CODE;
import static org.xiangpei.ledger.PurchaseColumns.DECLARED;
import static org.xiangpei.ledger.PurchaseColumns.ITEM;
import static org.xiangpei.ledger.PurchaseColumns.PRODUCT;
import static org.xiangpei.ledger.PurchaseColumns.PRODUCTION_REGION;
import static org.xiangpei.ledger.PurchaseColumns.PURCHASED_ON;
import static org.xiangpei.ledger.PurchaseColumns.QUANTITY;
import static org.xiangpei.ledger.PurchaseColumns.SOURCE;
import static org.xiangpei.ledger.PurchaseColumns.SUPPLIER;
import static org.xiangpei.ledger.PurchaseColumns.SUPPLIER_FIRM;
import static org.xiangpei.ledger.PurchaseColumns.UNIT;
import static org.xiangpei.ledger.PurchaseColumns.USCC;

/** What a ledger that somebody keeps for himself may hold, under the headings and with the contents by which it is guessed. */
final class PurchaseTargets {

    /** Said of the place of production: the file does not have it. It is asked for, and unknown is an answer. */
    static final int ABSENT = -1;

    private static final List<Target> BUYER = List.of(
            Target.named(BUYER_CODE, true, "采购单位代码", "单位代码", "buyer_code"),
            Target.named(BUYER_NAME, true, "采购单位", "采购单位名称", "采购方", "买方", "buyer_name"),
            Target.named(BUYER_CITY, true, "采购单位所在市", "所在市", "采购城市", "buyer_city")
                    .reading(KnownCodes::city),
            Target.named(BUYER_KIND, false, "单位类型", "采购单位类型", "buyer_kind"));

    private PurchaseTargets() {}

    /** @param ofOneBuyer whether all rows are the uploading organisation's own, so that none need say whose it is */
    static List<Target> of(KnownCodes known, boolean ofOneBuyer) {
        return ofOneBuyer
                ? purchase(known)
                : Stream.concat(BUYER.stream(), purchase(known).stream()).toList();
    }

    private static List<Target> purchase(KnownCodes known) {
        return List.of(
                Target.named(PURCHASED_ON, true, "采购日期", "成交日期", "日期", "签订日期", "合同日期", "下单日期", "purchased_on")
                        .reading(Cells::date),
                Target.named(ITEM, true, "品名", "采购内容", "物资名称", "物料名称", "设备名称", "商品名称", "货物名称", "产品名称", "名称", "item"),
                Target.named(AMOUNT, true, "金额", "金额（元）", "含税金额", "含税金额（元）", "价税合计", "合同金额", "总价", "合计", "amount")
                        .reading(Cells::money),
                Target.named(SUPPLIER, true, "供应商", "供应商名称", "供货单位", "供方", "卖方", "厂家", "supplier")
                        .reading(PurchaseTargets::company),
                Target.named(PRODUCTION_REGION, true, "生产地", "产地", "生产地代码", "生产地址", "原产地", "production_region")
                        .reading(known::region),
                Target.named(CATEGORY, false, "品类", "品类代码", "类别", "分类", "物资类别", "category")
                        .reading(known::category),
                Target.named(QUANTITY, false, "数量", "采购数量", "quantity").reading(Cells::decimal),
                Target.named(UNIT, false, "单位", "计量单位", "unit"),
                Target.named(USCC, false, "供应商统一社会信用代码", "统一社会信用代码", "信用代码", "税号", "supplier_uscc")
                        .reading(PurchaseTargets::uscc),
                Target.named(SUPPLIER_FIRM, false, "供应企业代码", "供应商目录企业代码", "supplier_firm")
                        .reading(known::firm),
                Target.named(PRODUCT, false, "产品代码", "目录产品代码", "product").reading(known::product),
                Target.named(DECLARED, false, "申报本地含量", "申报本地含量（%）", "本地含量", "declared_local_content_pct"),
                Target.named(CODE, false, "台账编号", "记录编号", "明细编号", "编号", "code"),
                Target.named(SOURCE, false, "凭证", "来源", "合同编号", "合同号", "单据号", "订单号", "发票号", "source"));
    }

    private static String uscc(String cell) {
        return Uscc.faultOf(cell)
                .<String>map(fault -> {
                    throw new BadCell(fault);
                })
                .orElse(cell);
    }

    private static String company(String cell) {
        if (!cell.matches(".*(公司|厂|集团|中心|经营部|商行|研究院|研究所)(（.*）|\\(.*\\))?")) {
            throw new BadCell("不像单位名称");
        }
        return cell;
    }

    /** The columns that a file must have, or have named as absent, and that a mapping does not. */
    static List<String> missing(List<Target> targets, Map<String, Integer> columns) {
        return targets.stream()
                .filter(it -> it.required() && !columns.containsKey(it.name()))
                .map(Target::name)
                .toList();
    }
}
