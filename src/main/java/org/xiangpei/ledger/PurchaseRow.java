package org.xiangpei.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.ledger.PurchaseRecord.Entry;
import org.xiangpei.ledger.PurchaseRecord.Item;
import org.xiangpei.ledger.PurchaseRecord.Origin;
import org.xiangpei.ledger.PurchaseRecord.Supply;
import org.xiangpei.shared.Buyer;
import org.xiangpei.shared.BuyerKind;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Money;
import org.xiangpei.shared.Provenance;
import org.xiangpei.shared.Uscc;
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
import static org.xiangpei.ledger.PurchaseColumns.USCC;
import static org.xiangpei.shared.tabular.FormulaGuard.original;

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
    PurchaseRecord uploaded(Uploading how) {
        boolean ours = how.codes() == Uploading.Codes.OURS;
        String source = text(SOURCE);
        var entry = new Entry(
                Provenance.DOCUMENTED,
                source == null ? row.file() + " 第 " + row.number() + " 行" : source,
                how.now(),
                text(SUPERSEDES),
                new Origin(
                        how.channel(),
                        ours ? text(CODE) : null,
                        how.importCode(),
                        null,
                        how.actor().login(),
                        how.actor().name()));
        String code = ours ? how.importCode() + "-" + row.number() : row.requireText(CODE);
        return read(code, how.today(), buyer(how.own()), category(how.words()), entry);
    }

    /** Known from the beginning of the day that the row names. */
    PurchaseRecord sample(ZoneId zone) {
        LocalDate recordedOn = row.requireDate(RECORDED_ON);
        var entry = new Entry(
                row.requireCode(PROVENANCE, Provenance.class),
                text(SOURCE),
                recordedOn.atStartOfDay(zone).toInstant(),
                text(SUPERSEDES));
        return read(row.requireText(CODE), recordedOn, buyer(Optional.empty()), category(Uploading.Words.KNOWN), entry);
    }

    private PurchaseRecord read(String code, LocalDate knownOn, Buyer buyer, @Nullable String category, Entry entry) {
        return new PurchaseRecord(
                code, buyer, day(knownOn), item(category), amount(entry.supersedes()), supply(), entry);
    }

    /** What our own files guard against being run as a formula is what it was before. */
    private @Nullable String text(String column) {
        String text = row.text(column);
        return text == null ? null : original(text);
    }

    /** Who may record the own purchases only may name nobody else. */
    private Buyer buyer(Optional<Buyer> own) {
        if (own.isPresent()) {
            String named = row.cell(BUYER_CODE);
            if (!named.isEmpty() && !named.equals(own.get().code())) {
                row.error(BUYER_CODE, "不是本单位的代码；只能登记本单位的采购，应为 " + own.get().code() + " 或留空");
            }
            return own.get();
        }
        return new Buyer(
                row.requireText(BUYER_CODE),
                original(row.requireText(BUYER_NAME)),
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

    private Item item(@Nullable String category) {
        BigDecimal quantity = row.decimal(QUANTITY);
        if (quantity != null && quantity.signum() <= 0) {
            row.error(QUANTITY, "数量应大于 0，不知道就留空");
        }
        return new Item(original(row.requireText(ITEM)), category, quantity, text(UNIT));
    }

    /** In the buyer's own words what is no category of the catalogue is none; the product or the name of the item may still tell it. */
    private @Nullable String category(Uploading.Words words) {
        if (row.cell(CATEGORY).equals(KnownCodes.NO_CATEGORY)) {
            return null;
        }
        if (words == Uploading.Words.KNOWN) {
            return row.read(CATEGORY, known::category);
        }
        String meant = known.meant(row.cell(CATEGORY));
        if (meant != null) {
            return meant;
        }
        var product = known.find(row.cell(PRODUCT));
        return product == null ? known.meant(row.cell(ITEM)) : product.categoryCode();
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
        String uscc = row.read(USCC, PurchaseRow::uscc);
        String stated = row.read(SUPPLIER_FIRM, known::firm);
        var listed = known.find(product);
        if (listed != null && stated != null && !listed.firmCode().equals(stated)) {
            row.error(PRODUCT, "产品 " + product + " 是企业 " + listed.firmCode() + " 的，不是 " + stated + " 的；请改正其中一个");
        }
        String supplier = original(row.requireText(SUPPLIER));
        String made = listed == null ? known.firms().of(uscc, supplier) : listed.firmCode();
        return new Supply(
                supplier,
                stated == null ? made : stated,
                product,
                KnownCodes.unknown(row.cell(PRODUCTION_REGION)) ? null : row.read(PRODUCTION_REGION, known::region),
                row.percent(DECLARED),
                uscc);
    }

    private static String uscc(String cell) {
        String code = cell.strip().toUpperCase(Locale.ROOT);
        Uscc.faultOf(code).ifPresent(fault -> {
            throw new BadCell(fault);
        });
        return code;
    }
}
