package org.xiangpei.catalog.load;

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Certificate;
import org.xiangpei.shared.tabular.Row;

/** Certificates of firms and of products; the owner's code says which. */
final class CertificateTable extends CatalogTable<Certificate.Key, Certificate.Details, Certificate> {

    private final FirmTable firms;
    private final ProductTable products;

    /** Firms and products must be read before certificates are. */
    CertificateTable(FirmTable firms, ProductTable products) {
        super(
                "certificates",
                new FileColumns<Certificate.Key, Certificate.Details>()
                        .key("owner_code", CertificateTable::owner)
                        .key("type", Certificate.Key::type)
                        .key("number", Certificate.Key::number)
                        .detail("issuer", Certificate.Details::issuer)
                        .detail("valid_from", Certificate.Details::validFrom)
                        .detail("valid_until", Certificate.Details::validUntil),
                new Stored<>(
                        Certificate.class,
                        Certificate::key,
                        Certificate::details,
                        Certificate::new,
                        Certificate::amend));
        this.firms = firms;
        this.products = products;
    }

    @Override
    String keyColumn() {
        return "number";
    }

    @Override
    Certificate.Key key(Row row) {
        String owner = Codes.code(row, "owner_code");
        boolean product = products.knows(owner) || products.removes(owner);
        return new Certificate.Key(
                Codes.name(row, "type"), Codes.name(row, "number"), product ? null : owner, product ? owner : null);
    }

    @Override
    Certificate.Details details(Row row) {
        var details = new Certificate.Details(
                Codes.nameOrNone(row, "issuer"), row.date("valid_from"), row.date("valid_until"));
        ProductTable.checkPeriod(row, details.validity());
        return details;
    }

    @Override
    void check(Staged<Certificate.Key, Certificate.Details> certificate) {
        String firm = certificate.key().firmCode();
        if (firm != null && !firms.knows(firm)) {
            certificate.row().error("owner_code", "没有这家企业或这个产品，请先在 firms 或 products 中列出");
        }
    }

    private static @Nullable String owner(Certificate.Key key) {
        return key.firmCode() == null ? key.productCode() : key.firmCode();
    }

    @Override
    boolean ofFirms() {
        return true;
    }

    @Override
    Stream<String> firms(Certificate.Key key) {
        return key.productCode() == null ? Stream.ofNullable(key.firmCode()) : products.firms(key.productCode());
    }
}
