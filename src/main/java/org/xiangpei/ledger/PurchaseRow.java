package org.xiangpei.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.xiangpei.ledger.PurchaseRecord.Entry;
import org.xiangpei.ledger.PurchaseRecord.Item;
import org.xiangpei.ledger.PurchaseRecord.Supply;
import org.xiangpei.shared.Buyer;
import org.xiangpei.shared.BuyerKind;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Money;
import org.xiangpei.shared.Provenance;
import org.xiangpei.shared.tabular.BadCell;
import org.xiangpei.shared.tabular.Row;

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
import static org.xiangpei.ledger.PurchaseColumns.PROVENANCE;
import static org.xiangpei.ledger.PurchaseColumns.PURCHASED_ON;
import static org.xiangpei.ledger.PurchaseColumns.QUANTITY;
import static org.xiangpei.ledger.PurchaseColumns.RECORDED_ON;
import static org.xiangpei.ledger.PurchaseColumns.SOURCE;
import static org.xiangpei.ledger.PurchaseColumns.SUPERSEDES;
import static org.xiangpei.ledger.PurchaseColumns.SUPPLIER;
import static org.xiangpei.ledger.PurchaseColumns.SUPPLIER_FIRM;
import static org.xiangpei.ledger.PurchaseColumns.UNIT;

/** Reads one row of a file as a purchase record; everything wrong in it is reported by its cell. */
final class PurchaseRow {

    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    private final Row row;
    private final KnownCodes known;

    PurchaseRow(Row row, KnownCodes known) {
        this.row = row;
        this.known = known;
    }

    /** Known from the moment of the upload; its source is the cell, or else the file and its row. */
    PurchaseRecord uploaded(Instant now, ZoneId zone) {
        String source = row.text(SOURCE);
        String place = row.file() + " 第 " + row.number() + " 行";
        LocalDate today = LocalDate.ofInstant(now, zone);
        return read(
                today, new Entry(Provenance.DOCUMENTED, source == null ? place : source, now, row.text(SUPERSEDES)));
    }

    /** Known from the beginning of the day that the row names. */
    PurchaseRecord sample(ZoneId zone) {
        LocalDate recordedOn = row.requireDate(RECORDED_ON);
        return read(
                recordedOn,
                new Entry(
                        row.requireCode(PROVENANCE, Provenance.class),
                        row.text(SOURCE),
                        recordedOn.atStartOfDay(zone).toInstant(),
                        row.text(SUPERSEDES)));
    }

    private PurchaseRecord read(LocalDate knownOn, Entry entry) {
        return new PurchaseRecord(
                row.requireText(CODE), buyer(), day(knownOn), item(), amount(entry.supersedes()), supply(), entry);
    }

    private Buyer buyer() {
        return new Buyer(
                row.requireText(BUYER_CODE),
                row.requireText(BUYER_NAME),
                row.read(BUYER_KIND, PurchaseRow::kind),
                row.require(BUYER_CITY, row.read(BUYER_CITY, KnownCodes::city), City.CHANGSHA));
    }

    private static BuyerKind kind(String cell) {
        return switch (cell.toLowerCase(Locale.ROOT)) {
            case "manufacturer", "制造企业", "企业" -> BuyerKind.MANUFACTURER;
            case "public_body", "公共机构", "公共采购单位" -> BuyerKind.PUBLIC_BODY;
            default -> throw new BadCell("应为 制造企业（manufacturer）或 公共机构（public_body）");
        };
    }

    private LocalDate day(LocalDate knownOn) {
        LocalDate day = row.requireDate(PURCHASED_ON);
        if (day.isAfter(knownOn)) {
            row.error(PURCHASED_ON, "采购日期晚于登记日 " + knownOn + "；应为已经发生的采购");
        } else if (day.isBefore(EARLIEST) && !day.equals(LocalDate.EPOCH)) {
            row.error(PURCHASED_ON, "日期过早；应为 2000 年以后的日期");
        }
        return day;
    }

    private Item item() {
        BigDecimal quantity = row.decimal(QUANTITY);
        if (quantity != null && quantity.signum() <= 0) {
            row.error(QUANTITY, "数量应大于 0，不知道就留空");
        }
        return new Item(
                row.requireText(ITEM),
                row.require(CATEGORY, row.read(CATEGORY, known::category), ""),
                quantity,
                row.text(UNIT));
    }

    private Money amount(@Nullable String supersedes) {
        BigDecimal amount = row.require(AMOUNT, row.money(AMOUNT), BigDecimal.ONE);
        if (amount.signum() < 0 || (amount.signum() == 0 && supersedes == null)) {
            row.error(AMOUNT, "金额应大于 0（元，含税）；要撤销一条记录，请在更正记录列填它的编号、金额填 0");
        }
        return new Money(amount);
    }

    private Supply supply() {
        String product = row.read(PRODUCT, known::product);
        String firm = row.read(SUPPLIER_FIRM, known::firm);
        var listed = known.find(product);
        if (listed != null && firm != null && !listed.firmCode().equals(firm)) {
            row.error(PRODUCT, "产品 " + product + " 是企业 " + listed.firmCode() + " 的，不是 " + firm + " 的；请改正其中一个");
        }
        return new Supply(
                row.requireText(SUPPLIER),
                firm == null && listed != null ? listed.firmCode() : firm,
                product,
                KnownCodes.unknown(row.cell(PRODUCTION_REGION)) ? null : row.read(PRODUCTION_REGION, known::region),
                row.percent(DECLARED));
    }
}
