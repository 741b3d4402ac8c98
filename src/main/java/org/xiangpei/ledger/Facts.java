package org.xiangpei.ledger;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** What a record says, as the cells of a file would have it, by the names of the columns: to fill a form, and to tell what a correction changed. */
public final class Facts {

    private Facts() {}

    public static Map<String, String> of(PurchaseRecord record) {
        var item = record.item();
        var supply = record.supply();
        var cells = new LinkedHashMap<String, String>();
        cells.put(PurchaseColumns.PURCHASED_ON, record.purchasedOn().toString());
        cells.put(PurchaseColumns.ITEM, item.name());
        cells.put(PurchaseColumns.CATEGORY, text(item.categoryCode()));
        cells.put(PurchaseColumns.QUANTITY, number(item.quantity()));
        cells.put(PurchaseColumns.UNIT, text(item.unit()));
        cells.put(PurchaseColumns.AMOUNT, record.amount().toString());
        cells.put(PurchaseColumns.SUPPLIER, supply.supplierName());
        cells.put(PurchaseColumns.USCC, text(supply.uscc()));
        cells.put(PurchaseColumns.SUPPLIER_FIRM, text(supply.firmCode()));
        cells.put(PurchaseColumns.PRODUCT, text(supply.productCode()));
        cells.put(PurchaseColumns.PRODUCTION_REGION, text(supply.productionRegion()));
        cells.put(PurchaseColumns.DECLARED, number(supply.declaredLocalContentPct()));
        cells.put(PurchaseColumns.CODE, text(record.entry().origin().number()));
        return cells;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static String number(@Nullable BigDecimal value) {
        return value == null ? "" : value.stripTrailingZeros().toPlainString();
    }
}
