package org.xiangpei.ledger.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.tabular.Sheet;

/** One purchase as a program sends it. Texts mean what the cells of a file mean. */
@Schema(name = "Purchase")
record PurchaseRequest(
        @Nullable
        @Schema(description = "The buyer's own number; one purchase in effect has it", examples = "CG-2026-0118")
        String number,

        @Nullable @Schema(examples = "2026-11-20") String purchasedOn,
        @Nullable @Schema(examples = "乘客电梯") String item,

        @Nullable
        @Schema(
                description = "A category of the catalogue by code or name; without one it is outside of the catalogue",
                examples = "elevator")
        String category,

        @Nullable BigDecimal quantity,
        @Nullable @Schema(examples = "台") String unit,

        @Nullable @Schema(description = "CNY, tax included", examples = "560000.00")
        String amount,

        @Nullable String supplier,

        @Nullable @Schema(description = "统一社会信用代码 of the supplier")
        String supplierUscc,

        @Nullable @Schema(description = "A product of the catalogue", examples = "P009")
        String product,

        @Nullable
        @Schema(
                description = "GB/T 2260 code or name of the place of production; empty or 未知 is unknown",
                examples = "430211")
        String productionRegion,

        @Nullable BigDecimal declaredLocalContentPct,

        @Nullable @Schema(description = "What this corrects: a code of the ledger or the own number")
        String supersedes,

        @Nullable @Schema(description = "Voucher", examples = "合同 HT-2026-88")
        String source,

        @Nullable @Schema(description = "Only for the operator, who records for others")
        BuyerRequest buyer) {

    @Schema(name = "PurchaseBuyer")
    record BuyerRequest(
            @Nullable String code,
            @Nullable String name,
            @Nullable String city,
            @Nullable String kind) {}

    private static final List<String> OWN = List.of(
            "code",
            "purchased_on",
            "item",
            "category",
            "quantity",
            "unit",
            "amount",
            "supplier",
            "supplier_uscc",
            "product",
            "production_region",
            "declared_local_content_pct",
            "supersedes",
            "source");

    private static final List<String> BUYER = List.of("buyer_code", "buyer_name", "buyer_city", "buyer_kind");

    /** As a table, whose rows are counted from 1: everything that is wrong in it is found and named as in a file. */
    static Sheet sheet(List<@Nullable PurchaseRequest> records) {
        boolean buyers = records.stream().anyMatch(it -> it != null && it.buyer() != null);
        var header = new ArrayList<>(OWN);
        if (buyers) {
            header.addAll(BUYER);
        }
        var lines = new ArrayList<Sheet.Line>();
        for (PurchaseRequest record : records) {
            lines.add(new Sheet.Line(
                    lines.size() + 1, Objects.requireNonNull(record).cells(buyers)));
        }
        return new Sheet("records", "records", new Sheet.Line(0, header), lines);
    }

    private List<String> cells(boolean withBuyer) {
        var cells = new ArrayList<>(List.of(
                text(number),
                text(purchasedOn),
                text(item),
                text(category),
                number(quantity),
                text(unit),
                text(amount),
                text(supplier),
                text(supplierUscc),
                text(product),
                text(productionRegion),
                number(declaredLocalContentPct),
                text(supersedes),
                text(source)));
        if (withBuyer) {
            BuyerRequest named = buyer == null ? new BuyerRequest(null, null, null, null) : buyer;
            cells.addAll(List.of(text(named.code()), text(named.name()), text(named.city()), text(named.kind())));
        }
        return cells;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    private static String number(@Nullable BigDecimal value) {
        return value == null ? "" : value.toPlainString();
    }
}
