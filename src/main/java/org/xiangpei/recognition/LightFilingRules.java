package org.xiangpei.recognition;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.xiangpei.catalog.Product;
import org.xiangpei.recognition.Statement.Stated;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;

/** When a recognised product can be renewed or changed, and what must be so before that is sent. */
@ApplicationScoped
class LightFilingRules {

    private final EntityManager entities;
    private final Standings standings;
    private final LifeTerms terms;
    private final KeyChanges keys;

    LightFilingRules(EntityManager entities, Standings standings, LifeTerms terms, KeyChanges keys) {
        this.entities = entities;
        this.standings = standings;
        this.terms = terms;
        this.keys = keys;
    }

    /**
     * @throws RuleViolation {@code not-renewable} before and after the time for it, for what has no last day and for what was revoked
     */
    void requireRenewable(String product, LocalDate today) {
        requireNotRevoked(product, today);
        LocalDate until =
                until(product).orElseThrow(() -> new RuleViolation("not-renewable", "这个产品的有效期未载明，不会到期，不用续期。"));
        if (!terms.isRenewable(until, today)) {
            throw new RuleViolation(
                    "not-renewable",
                    "有效期到 " + until + "，" + until.minusDays(terms.renewalOpens()) + " 到 "
                            + until.plusDays(terms.renewalCloses()) + " 之间可以续期"
                            + (today.isAfter(until) ? "；现在已过，请重新申报。" : "。"));
        }
    }

    /** @throws RuleViolation {@code standing} for what is not recognised today */
    void requireChangeable(String product, LocalDate today) {
        requireNotRevoked(product, today);
        StandingStatus status = standings
                .find(product, today)
                .map(Standing::status)
                .orElseThrow(() -> new NotFound("产品 " + product + " "));
        if (!status.isListed() && status != StandingStatus.SUSPENDED) {
            throw new RuleViolation("standing", "这个产品今天不在互认之列，不用变更；请续期或重新申报。");
        }
    }

    private void requireNotRevoked(String product, LocalDate today) {
        if (standings
                .find(product, today)
                .filter(it -> it.status() == StandingStatus.REVOKED)
                .isPresent()) {
            throw new RuleViolation("standing", "这个产品的互认已被撤销，不能续期或变更，只能重新申报。");
        }
    }

    private Optional<LocalDate> until(String product) {
        return Optional.ofNullable(entities.find(Product.class, product))
                .map(it -> it.details().validUntil());
    }

    /**
     * What must be so before a renewal or change is sent; notes whether it changes what is essential.
     *
     * @throws RuleViolation {@code declaration-missing} for a renewal without the declaration; {@code nothing-changed} for a change of nothing;
     *     {@code invalid-filing} for another category, which makes it another product; as {@link #requireRenewable} and
     *     {@link #requireChangeable}
     */
    void check(RecognitionCase of, boolean declared, LocalDate today) {
        if (of.kind() == CaseKind.NEW) {
            return;
        }
        Statement before = of.baseline().orElseThrow();
        String product = of.productCode().orElseThrow();
        if (!before.category().equals(of.statement().category())) {
            throw new RuleViolation("invalid-filing", "续期和变更不能改品类；换了品类就是另一个产品，请另行申报。");
        }
        if (of.kind() == CaseKind.RENEWAL) {
            requireRenewable(product, today);
            requireDeclared(declared);
        } else {
            requireChangeable(product, today);
            requireChanged(before, of.statement());
        }
        of.weigh(!keys.of(of, of.statement()).isEmpty());
    }

    private static void requireDeclared(boolean declared) {
        if (!declared) {
            throw new RuleViolation("declaration-missing", "请先声明：除列出的改动外，产品没有其他变化，证书仍然有效。");
        }
    }

    /** A form that was only looked at sends empty values, too. */
    private static Statement said(Statement statement) {
        Map<String, Stated> specifications = new HashMap<>(statement.specifications());
        specifications.values().removeIf(it -> it.saysNothing() && !it.unknown());
        return statement.withSpecifications(specifications);
    }

    private static void requireChanged(Statement before, Statement now) {
        if (said(before).equals(said(now))) {
            throw new RuleViolation("nothing-changed", "还没有改动任何内容。请到前面各步修改，再提交变更。");
        }
    }
}
