package org.xiangpei.recognition;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Product;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Organization;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;

/**
 * Filings that begin with what is recognised (续期、变更): only what has changed need be touched, and bureaus have less time when nothing
 * essential has.
 */
@ApplicationScoped
public class LightFilings {

    private final EntityManager entities;
    private final Filings filings;
    private final LightFilingRules rules;
    private final RecognisedStatements recognised;
    private final Standings standings;
    private final LifeTerms terms;
    private final Clock clock;

    LightFilings(
            EntityManager entities,
            Filings filings,
            LightFilingRules rules,
            RecognisedStatements recognised,
            Standings standings,
            LifeTerms terms,
            Clock clock) {
        this.entities = entities;
        this.filings = filings;
        this.rules = rules;
        this.recognised = recognised;
        this.standings = standings;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * An own product whose recognition ends soon, or has ended lately.
     *
     * @param filing the number of a filing of it that is under way; null for none
     */
    public record Renewable(
            String code,
            String name,
            LocalDate until,
            @Nullable String filing) {}

    /** By their last days; without those that were revoked. */
    @Transactional
    public List<Renewable> renewable(Actor actor) {
        LocalDate today = LocalDate.now(clock);
        return firm(actor)
                .map(firm -> entities.createQuery("""
                                from Product where details.firmCode = ?1 and details.validUntil between ?2 and ?3
                                order by details.validUntil, code""", Product.class)
                        .setParameter(1, firm)
                        .setParameter(2, today.minusDays(terms.renewalCloses()))
                        .setParameter(3, today.plusDays(terms.renewalOpens()))
                        .getResultStream()
                        .filter(it ->
                                standings.find(it.code(), today).orElseThrow().status() != StandingStatus.REVOKED)
                        .map(this::renewable)
                        .toList())
                .orElse(List.of());
    }

    private Optional<String> firm(Actor actor) {
        return actor.organization() == null
                ? Optional.empty()
                : filings.own(actor).firmCode();
    }

    private Renewable renewable(Product product) {
        Product.Details details = product.details();
        String name = details.model() == null ? details.name() : details.name() + " " + details.model();
        return new Renewable(
                product.code(),
                name,
                Objects.requireNonNull(details.validUntil()),
                filings.underWay(product.code()).map(RecognitionCase::code).orElse(null));
    }

    /**
     * A draft of another term.
     *
     * @throws NotFound when the firm has no such product
     * @throws RuleViolation {@code already-filed} while another filing of it is under way; {@code not-renewable} outside of the time for
     *     it; {@code standing} for what was revoked
     */
    @Transactional
    public RecognitionCase renew(Actor actor, String product) {
        return begin(actor, CaseKind.RENEWAL, product);
    }

    /**
     * A draft of other values. Until it is decided the catalogue keeps those that were recognised.
     *
     * @throws NotFound when the firm has no such product
     * @throws RuleViolation {@code already-filed} while another filing of it is under way; {@code standing} for what is not recognised
     */
    @Transactional
    public RecognitionCase change(Actor actor, String product) {
        return begin(actor, CaseKind.CHANGE, product);
    }

    private RecognitionCase begin(Actor actor, CaseKind kind, String product) {
        requireOwn(actor, product);
        filings.requireNoOther(product);
        LocalDate today = LocalDate.now(clock);
        if (kind == CaseKind.RENEWAL) {
            rules.requireRenewable(product, today);
        } else {
            rules.requireChangeable(product, today);
        }
        Organization own = filings.own(actor);
        Statement listed = recognised.listed(own, product);
        RecognitionCase of = filings.begin(
                actor,
                (code, applicant, now) ->
                        RecognitionCase.ofRecognised(code, applicant, kind, product, listed, Person.of(actor), now));
        // Papers can be put to it once it is there.
        entities.flush();
        RecognisedStatements.Pair known = recognised.of(listed, product, of.code());
        of.beginWith(known.recognised(), known.current());
        return of;
    }

    private void requireOwn(Actor actor, String product) {
        Product of = entities.find(Product.class, product);
        if (of == null || firm(actor).filter(of.details().firmCode()::equals).isEmpty()) {
            throw new NotFound("产品 " + product + " ");
        }
    }
}
