package org.xiangpei.catalog;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.xiangpei.identity.Actor;
import org.xiangpei.identity.DeskSource;
import org.xiangpei.identity.Organization;
import org.xiangpei.identity.Organizations;
import org.xiangpei.identity.Role;
import org.xiangpei.shared.Labels;

/** On a supplier's desk: the own products of the catalogue, and before them what ends soon. */
@ApplicationScoped
class OwnProducts implements DeskSource {

    private static final int SHOWN = 8;
    private static final int WARNED_DAYS = 90;

    private final Organizations organizations;
    private final EntityManager entities;
    private final Interruptions interruptions;
    private final Clock clock;

    OwnProducts(Organizations organizations, EntityManager entities, Interruptions interruptions, Clock clock) {
        this.organizations = organizations;
        this.entities = entities;
        this.interruptions = interruptions;
        this.clock = clock;
    }

    @Override
    @Transactional
    public List<Section> sections(Actor actor) {
        return actor.roles().contains(Role.SUPPLIER)
                ? firm(actor).map(this::sections).orElse(List.of())
                : List.of();
    }

    private Optional<String> firm(Actor actor) {
        return Optional.ofNullable(actor.organization())
                .flatMap(organizations::findByIdOptional)
                .flatMap(Organization::firmCode);
    }

    private List<Section> sections(String firm) {
        List<Product> products = entities.createQuery(
                        "from Product where details.firmCode = :firm order by code", Product.class)
                .setParameter("firm", firm)
                .getResultList();
        List<Item> ending = Stream.concat(
                        products.stream()
                                .filter(it -> endsSoon(it.details().validity()))
                                .map(this::item),
                        certificates(firm))
                .toList();
        return List.of(
                new Section(Place.WAITING, "即将到期的互认和证书", ending.size(), first(ending), null),
                new Section(
                        Place.OWN,
                        "本企业在目录中的产品",
                        products.size(),
                        first(products.stream().map(this::item).toList()),
                        "/firms/" + firm));
    }

    private Stream<Item> certificates(String firm) {
        return entities.createQuery("""
                        from Certificate where key.firmCode = :firm
                          or key.productCode in (select code from Product where details.firmCode = :firm)
                        order by details.validUntil, id""", Certificate.class)
                .setParameter("firm", firm)
                .getResultStream()
                .filter(it -> endsSoon(it.details().validity()))
                .map(it -> new Item(
                        it.key().type() + " " + it.key().number(),
                        "有效至 " + it.details().validUntil(),
                        it.key().productCode() == null
                                ? "/firms/" + firm
                                : "/products/" + it.key().productCode(),
                        null));
    }

    private Item item(Product product) {
        Product.Details details = product.details();
        return new Item(
                details.model() == null ? details.name() : details.name() + " " + details.model(),
                details.validUntil() == null ? "有效期未载明" : "有效至 " + details.validUntil(),
                "/products/" + product.code(),
                Labels.of(interruptions.listing(product).status(today())));
    }

    private boolean endsSoon(Validity validity) {
        return validity.until() != null
                && !validity.endsBefore(today())
                && validity.endsBefore(today().plusDays(WARNED_DAYS));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static List<Item> first(List<Item> items) {
        return items.stream().limit(SHOWN).toList();
    }
}
