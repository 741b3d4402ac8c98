package org.xiangpei.catalog.load;

import java.math.BigDecimal;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Product;
import org.xiangpei.catalog.Validity;
import org.xiangpei.shared.Provenance;
import org.xiangpei.shared.tabular.Row;

/** Products with what is stated of their supply and price. */
final class ProductTable extends CodedTable<Product.Details, Product> {

    private static final int LONGEST_LEAD_TIME = 3650;

    private final FirmTable firms;
    private final CategoryTable categories;

    ProductTable(FirmTable firms, CategoryTable categories) {
        super(
                "products",
                "个产品",
                new FileColumns<String, Product.Details>()
                        .key("code", code -> code)
                        .detail("firm_code", Product.Details::firmCode)
                        .detail("name", Product.Details::name)
                        .detail("model", Product.Details::model)
                        .detail("category_code", Product.Details::categoryCode)
                        .detail("description", Product.Details::description)
                        .detail("standards", Product.Details::standards)
                        .detail("home_list", Product.Details::homeList)
                        .detail("criteria", Product.Details::grounds)
                        .detail("monthly_capacity", Product.Details::monthlyCapacity)
                        .detail("capacity_unit", Product.Details::capacityUnit)
                        .detail("lead_time_days", Product.Details::leadTimeDays)
                        .detail("min_order_quantity", Product.Details::minOrderQuantity)
                        .detail("price_low", Product.Details::priceLow)
                        .detail("price_high", Product.Details::priceHigh)
                        .detail("price_unit", Product.Details::priceUnit)
                        .detail("declared_local_content_pct", Product.Details::declaredLocalContentPct)
                        .detail("valid_from", Product.Details::validFrom)
                        .detail("valid_until", Product.Details::validUntil)
                        .choice("provenance", Provenance.class, Product.Details::provenance)
                        .detail("source", Product.Details::source),
                new Stored<>(Product.class, Product::code, Product::details, Product::new, Product::amend));
        this.firms = firms;
        this.categories = categories;
    }

    @Override
    Product.Details details(Row row) {
        var details = new Product.Details(
                Codes.code(row, "firm_code"),
                Codes.name(row, "name"),
                Codes.nameOrNone(row, "model"),
                Codes.code(row, "category_code"),
                row.text("description"),
                row.list("standards"),
                Codes.nameOrNone(row, "home_list"),
                row.list("criteria"),
                positive(row, "monthly_capacity", row.decimal("monthly_capacity")),
                Codes.nameOrNone(row, "capacity_unit"),
                leadTime(row),
                positive(row, "min_order_quantity", row.decimal("min_order_quantity")),
                positive(row, "price_low", row.money("price_low")),
                positive(row, "price_high", row.money("price_high")),
                Codes.nameOrNone(row, "price_unit"),
                row.percent("declared_local_content_pct"),
                row.date("valid_from"),
                row.date("valid_until"),
                Codes.provenance(row),
                row.text("source"));
        checkUnits(row);
        checkOrder(row, details);
        return details;
    }

    private static @Nullable BigDecimal positive(Row row, String column, @Nullable BigDecimal number) {
        if (number != null && number.signum() <= 0) {
            row.error(column, "应大于 0，未载明请留空");
        }
        return number;
    }

    private static @Nullable Integer leadTime(Row row) {
        Integer days = row.integer("lead_time_days");
        if (days != null && (days < 0 || days > LONGEST_LEAD_TIME)) {
            row.error("lead_time_days", "应为 0 到 " + LONGEST_LEAD_TIME + " 之间的天数");
        }
        return days;
    }

    private static void checkUnits(Row row) {
        boolean capacity = !row.empty("monthly_capacity");
        if (capacity && !row.cell("capacity_unit").matches("[^/]+/月")) {
            row.error("capacity_unit", "月产能须有单位，写作“台/月”");
        }
        boolean price = !row.empty("price_low") || !row.empty("price_high");
        if (price && !row.cell("price_unit").matches("元/[^/]+")) {
            row.error("price_unit", "价格须有单位，写作“元/台”");
        }
    }

    private static void checkOrder(Row row, Product.Details details) {
        if (details.priceLow() != null
                && details.priceHigh() != null
                && details.priceLow().compareTo(details.priceHigh()) > 0) {
            row.error("price_high", "最高价低于最低价 " + row.cell("price_low"));
        }
        checkPeriod(row, details.validity());
    }

    static void checkPeriod(Row row, Validity validity) {
        if (validity.inverted()) {
            row.error("valid_until", "有效期止早于有效期起 " + validity.from());
        }
    }

    @Override
    void check(Staged<String, Product.Details> product) {
        firms.checkKnown(product.row(), "firm_code", product.details().firmCode());
        categories.checkKnown(product.row(), "category_code", product.details().categoryCode());
        if (firms.knows(product.key())) {
            product.row().error("code", "已是一家企业的编号；证书按编号归属，产品和企业的编号不能相同");
        }
    }

    @Override
    boolean ofFirms() {
        return true;
    }

    @Override
    Stream<String> firms(String code) {
        return versions(code).map(Product.Details::firmCode);
    }
}
