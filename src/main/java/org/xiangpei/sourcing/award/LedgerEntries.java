package org.xiangpei.sourcing.award;

import java.math.BigDecimal;
import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Products;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Organization;
import org.xiangpei.identity.OrganizationKind;
import org.xiangpei.identity.Organizations;
import org.xiangpei.ledger.PurchaseLedger;
import org.xiangpei.ledger.PurchaseRecord.Item;
import org.xiangpei.ledger.PurchaseRecord.Supply;
import org.xiangpei.shared.Buyer;
import org.xiangpei.shared.BuyerKind;
import org.xiangpei.shared.Money;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.sourcing.award.Plan.Elsewhere;

/** Decisions as purchases of the ledger. Unknown places of production stay unknown: they count as not local (design rule 4). */
@ApplicationScoped
class LedgerEntries {

    private final Organizations organizations;
    private final Products products;

    LedgerEntries(Organizations organizations, Products products) {
        this.organizations = organizations;
        this.products = products;
    }

    /** Who buys and what, and by which papers it is known. */
    record Bought(Actor actor, Asked asked, BigDecimal quantity, LocalDate on, String number, String source) {}

    PurchaseLedger.Award awarded(Bought bought, Scored offer, Cost cost) {
        var offered = offer.offer().offered();
        var supplier = offer.offer().supplier();
        return entry(
                bought,
                cost.landed(),
                new Supply(
                        supplier.name(),
                        supplier.firm(),
                        listed(offered.product()),
                        offered.productionRegion(),
                        offered.localContentPct(),
                        supplier.uscc()));
    }

    /** Between the quotation and the award a product may have left the catalogue. */
    private @Nullable String listed(@Nullable String product) {
        return product != null && products.findByIdOptional(product).isPresent() ? product : null;
    }

    PurchaseLedger.Award elsewhere(Bought bought, Elsewhere from, BigDecimal amount) {
        return entry(bought, new Money(amount), new Supply(from.supplier(), null, null, from.region(), null, null));
    }

    private PurchaseLedger.Award entry(Bought bought, Money amount, Supply supply) {
        Asked asked = bought.asked();
        return new PurchaseLedger.Award(
                buyer(bought.actor()),
                bought.on(),
                new Item(asked.name(), asked.category(), positive(bought.quantity()), asked.unit()),
                amount,
                supply,
                bought.number(),
                bought.source());
    }

    private static @Nullable BigDecimal positive(BigDecimal quantity) {
        return quantity.signum() > 0 ? quantity : null;
    }

    private Buyer buyer(Actor actor) {
        Organization organization = organizations.get(String.valueOf(actor.organization()));
        return new Buyer(
                organization.code(),
                organization.name(),
                organization.kind() == OrganizationKind.FIRM ? BuyerKind.MANUFACTURER : BuyerKind.PUBLIC_BODY,
                organization.city().orElseThrow(() -> new RuleViolation("bad-request", "本单位没有登记所在市，不能登记采购。请联系运维。")));
    }
}
