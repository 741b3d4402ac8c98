package org.xiangpei.sourcing;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.xiangpei.sourcing.Invitation.Chosen;

/**
 * Whom a buyer wants to ask.
 *
 * @param firm code in the catalogue; null for any other supplier
 * @param productionRegion where it produces, by code or as people write it; null or 未知 where the buyer does not know
 * @param products for what it was chosen
 */
public record Invitee(
        @Nullable String firm,
        String name,
        @Nullable String productionRegion,
        @Nullable String uscc,
        @Nullable String mail,
        Set<Chosen> products) {

    public Invitee {
        firm = Typed.orNull(firm);
        name = Typed.name(name);
        productionRegion = Typed.orNull(productionRegion);
        uscc = Typed.orNull(uscc);
        mail = Typed.orNull(mail);
        products = Set.copyOf(products);
    }

    /** A firm of the catalogue. */
    public static Invitee ofFirm(String firm, Set<Chosen> products) {
        return new Invitee(firm, "", null, null, null, products);
    }

    /** Any other supplier: the market stays open. */
    public static Invitee other(
            String name, @Nullable String productionRegion, @Nullable String uscc, @Nullable String mail) {
        return new Invitee(null, name, productionRegion, uscc, mail, Set.of());
    }
}
