package org.xiangpei.recognition;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Certificate;
import org.xiangpei.catalog.Firm;
import org.xiangpei.catalog.Product;
import org.xiangpei.catalog.Specification;
import org.xiangpei.catalog.Validity;
import org.xiangpei.identity.Organization;
import org.xiangpei.identity.Organizations;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.Provenance;

/** Writes what a batch recognises into the catalogue. Runs in the transaction that closes the session. */
@ApplicationScoped
class BatchMaker {

    private final EntityManager entities;
    private final Organizations organizations;
    private final CategoryForms forms;
    private final Standings standings;
    private final boolean demo;

    BatchMaker(
            EntityManager entities,
            Organizations organizations,
            CategoryForms forms,
            Standings standings,
            @ConfigProperty(name = "xiangpei.demo", defaultValue = "false") boolean demo) {
        this.entities = entities;
        this.organizations = organizations;
        this.forms = forms;
        this.standings = standings;
        this.demo = demo;
    }

    /** @return the code of the product */
    String write(RecognitionCase of, Batch batch, Moment now) {
        StatedProduct stated = read(of, now.day());
        Firm firm = firm(organizations.get(of.applicant().organizationCode()), batch);
        Optional<Product> known = of.productCode().map(code -> entities.find(Product.class, code));
        Validity term = term(of, known, batch);
        if (of.kind().givesTerm()) {
            known.ifPresent(it -> rememberUntilNow(it, term, now));
        }
        Product product = known.map(it -> amended(it, stated, term.until())).orElseGet(() -> made(firm, stated, batch));
        writeSpecifications(product.code(), stated.specifications());
        writeCertificates(product.code(), stated.certificates());
        entities.persist(event(of, product.code(), batch, term, now));
        return product.code();
    }

    private static StandingEvent event(RecognitionCase of, String product, Batch batch, Validity term, Moment now) {
        return of.kind().givesTerm()
                ? StandingEvent.recognised(product, batch.number(), of.code(), term.from(), term.until(), now.at())
                : StandingEvent.changed(product, of.code(), now.day(), now.at());
    }

    /**
     * A renewal follows the term before without a gap, however early it is decided; one that is decided too late begins with its batch. A
     * change leaves the term as it is.
     */
    private static Validity term(RecognitionCase of, Optional<Product> known, Batch batch) {
        Validity fresh = batch.validity();
        Validity before = known.map(it -> it.details().validity()).orElse(fresh);
        return switch (of.kind()) {
            case NEW -> fresh;
            case CHANGE -> before;
            case RENEWAL -> following(before, fresh);
        };
    }

    private static Validity following(Validity before, Validity fresh) {
        LocalDate begins = Objects.requireNonNull(fresh.from());
        LocalDate until = Objects.requireNonNull(fresh.until());
        if (before.until() == null || before.until().isBefore(begins)) {
            return fresh;
        }
        LocalDate next = before.until().plusDays(1);
        Period length = Period.between(begins, until.plusDays(1));
        return new Validity(next, next.plus(length).minusDays(1));
    }

    private StatedProduct read(RecognitionCase of, LocalDate today) {
        Statement statement = of.filed().orElseThrow().statement();
        CategoryForm form =
                forms.find(statement.category()).orElseThrow(() -> new NotFound("品类 " + statement.category() + " "));
        return StatementReader.read(statement, form, today, of.baseline()).product();
    }

    /** The days on which it was recognised before stay so: what the loaded catalogue said, and that nobody renewed it in time. */
    private void rememberUntilNow(Product product, Validity next, Moment now) {
        Validity before = product.details().validity();
        boolean unwritten =
                standings.events(product.code()).stream().noneMatch(it -> it.kind() == StandingEvent.Kind.RECOGNISED);
        if (unwritten) {
            entities.persist(StandingEvent.recognised(
                    product.code(), Batch.LOADED, null, before.from(), before.until(), now.at()));
        }
        LocalDate begins = Objects.requireNonNull(next.from());
        if (before.until() != null && before.until().isBefore(begins.minusDays(1))) {
            entities.persist(
                    StandingEvent.lapsed(product.code(), before.until().plusDays(1), begins.minusDays(1), now.at()));
        }
    }

    /** Its first day stays: {@link org.xiangpei.catalog.Listing} knows what lies between. */
    private static Product amended(Product product, StatedProduct stated, @Nullable LocalDate until) {
        Product.Details before = product.details();
        product.amend(details(
                before.firmCode(),
                stated,
                before.declaredLocalContentPct(),
                new Validity(before.validFrom(), until),
                before.provenance(),
                before.source()));
        return product;
    }

    private Product made(Firm firm, StatedProduct stated, Batch batch) {
        var product = new Product(
                next("product", "P"),
                details(
                        firm.code(),
                        stated,
                        null,
                        batch.validity(),
                        firm.details().provenance() == Provenance.ILLUSTRATIVE ? Provenance.ILLUSTRATIVE : provenance(),
                        source(batch)));
        entities.persist(product);
        entities.flush();
        return product;
    }

    private static Product.Details details(
            String firm,
            StatedProduct stated,
            @Nullable BigDecimal localContent,
            Validity validity,
            Provenance provenance,
            @Nullable String source) {
        return new Product.Details(
                firm,
                stated.name(),
                stated.model(),
                stated.category(),
                stated.description().isEmpty() ? null : stated.description(),
                stated.standards(),
                stated.homeList(),
                stated.grounds(),
                stated.monthlyCapacity(),
                stated.capacityUnit(),
                stated.leadTimeDays(),
                stated.minOrderQuantity(),
                stated.priceLow(),
                stated.priceHigh(),
                stated.priceUnit(),
                localContent,
                validity.from(),
                validity.until(),
                provenance,
                source);
    }

    /** The firm that the organisation is, or becomes. */
    private Firm firm(Organization of, Batch batch) {
        Optional<Firm> known = of.firmCode()
                .map(code -> entities.find(Firm.class, code))
                .or(() -> of.uscc().flatMap(this::byUscc));
        Firm firm = known.orElseGet(() -> madeFirm(of, batch));
        if (of.firmCode().isEmpty()) {
            organizations.becomeFirm(of, firm.code());
        }
        return firm;
    }

    private Optional<Firm> byUscc(String uscc) {
        return entities.createQuery("from Firm where details.uscc = ?1", Firm.class)
                .setParameter(1, uscc)
                .getResultStream()
                .findFirst();
    }

    private Firm madeFirm(Organization of, Batch batch) {
        var firm = new Firm(
                next("firm", "F"),
                new Firm.Details(
                        of.name(),
                        of.name(),
                        of.uscc().orElse(null),
                        of.city().orElseThrow().code(),
                        null,
                        null,
                        List.of(),
                        null,
                        null,
                        null,
                        of.isDemo() ? Provenance.ILLUSTRATIVE : provenance(),
                        source(batch)));
        entities.persist(firm);
        entities.flush();
        return firm;
    }

    /** Nothing that a demonstration makes is documented (design rule 8). */
    private Provenance provenance() {
        return demo ? Provenance.ILLUSTRATIVE : Provenance.DOCUMENTED;
    }

    private static String source(Batch batch) {
        return "长株潭三市联席会议第 " + batch.number() + " 批（"
                + batch.closedOn().map(LocalDate::toString).orElse("") + "）";
    }

    /** The code after the last one of that form. */
    private String next(String table, String letter) {
        Number last = (Number)
                entities.createNativeQuery("select coalesce(max(cast(substring(code from 2) as integer)), 0) from "
                                + table + " where code ~ ?1")
                        .setParameter(1, "^" + letter + "[0-9]{3,7}$")
                        .getSingleResult();
        return letter + "%03d".formatted(last.intValue() + 1);
    }

    private void writeSpecifications(String product, Map<String, Specification.Details> stated) {
        List<Specification> known = entities.createQuery(
                        "from Specification where key.productCode = ?1", Specification.class)
                .setParameter(1, product)
                .getResultList();
        known.stream()
                .filter(it -> !stated.containsKey(it.key().propertyCode()))
                .forEach(entities::remove);
        stated.forEach((property, details) -> known.stream()
                .filter(it -> it.key().propertyCode().equals(property))
                .findFirst()
                .ifPresentOrElse(
                        it -> it.amend(details),
                        () -> entities.persist(new Specification(new Specification.Key(product, property), details))));
    }

    /** What is not stated any more, because another has taken its place or it has ended, goes. */
    private void writeCertificates(String product, List<StatedProduct.Paper> stated) {
        entities
                .createQuery("from Certificate where key.productCode = ?1", Certificate.class)
                .setParameter(1, product)
                .getResultList()
                .stream()
                .filter(it -> stated.stream()
                        .noneMatch(paper -> paper.type().equals(it.key().type())
                                && paper.number().equals(it.key().number())))
                .forEach(entities::remove);
        stated.forEach(it -> writeCertificate(product, it));
    }

    private void writeCertificate(String product, StatedProduct.Paper paper) {
        var details = new Certificate.Details(paper.issuer(), paper.validFrom(), paper.validUntil());
        entities.createQuery(
                        "from Certificate where key.productCode = ?1 and key.type = ?2 and key.number = ?3",
                        Certificate.class)
                .setParameter(1, product)
                .setParameter(2, paper.type())
                .setParameter(3, paper.number())
                .getResultStream()
                .findFirst()
                .ifPresentOrElse(
                        it -> it.amend(details),
                        () -> entities.persist(new Certificate(
                                new Certificate.Key(paper.type(), paper.number(), null, product), details)));
    }
}
