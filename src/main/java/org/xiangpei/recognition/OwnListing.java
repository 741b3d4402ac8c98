package org.xiangpei.recognition;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Product;
import org.xiangpei.catalog.ProductProfile;
import org.xiangpei.catalog.ProductProfile.SpecificationOf;
import org.xiangpei.catalog.ProductProfiles;
import org.xiangpei.catalog.Products;
import org.xiangpei.catalog.Specification;
import org.xiangpei.identity.Organization;
import org.xiangpei.recognition.Statement.Stated;
import org.xiangpei.recognition.Statement.StatedCertificate;
import org.xiangpei.recognition.Statement.StatedGround;
import org.xiangpei.recognition.Statement.Supply;
import org.xiangpei.shared.NotFound;

/** What the catalogue says of a firm's own products, as a statement to begin with. */
@ApplicationScoped
public class OwnListing {

    private final Products products;
    private final ProductProfiles profiles;

    OwnListing(Products products, ProductProfiles profiles) {
        this.products = products;
        this.profiles = profiles;
    }

    /** Code and name of a product. */
    public record Listed(String code, String name) {}

    /** The products of the firm that the organisation is, by name. */
    @Transactional
    public List<Listed> products(Organization own) {
        return own.firmCode()
                .map(firm -> products.list("details.firmCode", firm).stream()
                        .map(it -> new Listed(it.code(), spoken(it.details())))
                        .sorted(Comparator.comparing(Listed::name))
                        .toList())
                .orElse(List.of());
    }

    private static String spoken(Product.Details details) {
        return details.model() == null ? details.name() : details.name() + " " + details.model();
    }

    /** @throws NotFound when the firm has no such product */
    Statement statement(Organization own, String product) {
        return Optional.of(product)
                .flatMap(products::findByIdOptional)
                .filter(it -> own.firmCode().equals(Optional.of(it.details().firmCode())))
                .map(it -> statement(profiles.get(product)))
                .orElseThrow(() -> new NotFound("产品 " + product + " "));
    }

    private static Statement statement(ProductProfile listed) {
        Product.Details details = listed.product();
        return new Statement(
                details.categoryCode(),
                details.name(),
                text(details.model()),
                text(details.description()),
                specifications(listed.specifications()),
                String.join("、", details.standards()),
                certificates(listed),
                new Supply(
                        text(details.monthlyCapacity()),
                        text(details.capacityUnit()),
                        text(details.leadTimeDays()),
                        text(details.minOrderQuantity()),
                        text(details.priceLow()),
                        text(details.priceHigh()),
                        text(details.priceUnit())),
                text(details.homeList()),
                grounds(details.grounds()));
    }

    private static Map<String, Stated> specifications(List<SpecificationOf> listed) {
        var stated = new HashMap<String, Stated>();
        listed.forEach(it -> it.stated().ifPresent(value -> stated.put(it.propertyCode(), stated(value))));
        return stated;
    }

    static Stated stated(Specification.Details value) {
        return new Stated(text(value.min()), text(value.max()), text(value.value()), text(value.unit()), false);
    }

    /** The paper must be sent: the catalogue keeps none. */
    private static List<StatedCertificate> certificates(ProductProfile listed) {
        return listed.certificates().stream()
                .filter(it -> listed.code().equals(it.key().productCode()))
                .map(it -> new StatedCertificate(
                        it.key().type(),
                        it.key().number(),
                        text(it.details().issuer()),
                        text(it.details().validFrom()),
                        text(it.details().validUntil()),
                        ""))
                .toList();
    }

    private static Map<String, StatedGround> grounds(List<String> names) {
        var grounds = new HashMap<String, StatedGround>();
        names.forEach(name -> Ground.named(name).ifPresent(it -> grounds.put(it.code(), new StatedGround("", ""))));
        return grounds;
    }

    private static String text(@Nullable Object value) {
        return value instanceof BigDecimal number ? plain(number) : Objects.toString(value, "");
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
