package org.xiangpei.recognition;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.xiangpei.catalog.FirmStatement;
import org.xiangpei.catalog.Product;
import org.xiangpei.catalog.Products;
import org.xiangpei.catalog.Specification;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Organization;
import org.xiangpei.identity.Organizations;
import org.xiangpei.recognition.CategoryForm.Field;
import org.xiangpei.recognition.Statement.Stated;
import org.xiangpei.shared.AuditTrail;
import org.xiangpei.shared.AuditTrail.Change;
import org.xiangpei.shared.AuditTrail.Subject;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;

/**
 * What a firm may state of a listed product without a filing: a property that the product does not state yet. Nothing that the three
 * cities have examined is changed by it; who wants that files anew.
 */
@ApplicationScoped
public class LaterStatements {

    private static final List<CaseState> UNDER_WAY =
            Stream.of(CaseState.values()).filter(CaseState::isUnderWay).toList();

    private final Products products;
    private final Organizations organizations;
    private final CategoryForms forms;
    private final Cases cases;
    private final AuditTrail trail;
    private final EntityManager entities;
    private final Clock clock;

    LaterStatements(
            Products products,
            Organizations organizations,
            CategoryForms forms,
            Cases cases,
            AuditTrail trail,
            EntityManager entities,
            Clock clock) {
        this.products = products;
        this.organizations = organizations;
        this.forms = forms;
        this.cases = cases;
        this.trail = trail;
        this.entities = entities;
        this.clock = clock;
    }

    /** What the own firm can still state of its product, by the code of the property. */
    @Transactional
    public Map<String, Field> open(Actor actor, String product) {
        Product own = own(actor, product);
        var open = new LinkedHashMap<String, Field>();
        forms.find(own.details().categoryCode()).map(CategoryForm::fields).orElse(List.of()).stream()
                .filter(it -> !isStated(product, it.property()))
                .forEach(it -> open.put(it.property(), it));
        return open;
    }

    /**
     * States a property.
     *
     * @param sure whether the person has looked at a value that is far from all others
     * @param occasion why it is stated, for the trail
     * @throws NotFound when the firm has no such product, or its category no such property
     * @throws RuleViolation {@code already-stated} when the product says something of it; {@code already-filed} while a filing of the
     *     product is under way; {@code invalid-answer} for a value that cannot be; {@code doubtful-answer} for one that hardly can, unless
     *     the person is sure
     */
    @Transactional
    public void state(Actor actor, String product, String property, Stated stated, boolean sure, String occasion) {
        Product own = own(actor, product);
        entities.lock(own, LockModeType.PESSIMISTIC_WRITE);
        Field field = forms.find(own.details().categoryCode())
                .flatMap(it -> it.field(property))
                .orElseThrow(() -> new NotFound("参数 " + property + " "));
        if (isStated(product, property)) {
            throw new RuleViolation("already-stated", "“" + field.details().name() + "”已经载明。已载明的参数经过三市审查，要改请重新申报。");
        }
        if (cases.count("productCode = ?1 and state in ?2", product, UNDER_WAY) > 0) {
            throw new RuleViolation("already-filed", "这个产品有一份申报在办，参数以申报为准。请在那份申报里补充。");
        }
        Specification.Details read = read(stated, field, sure);
        var key = new Specification.Key(product, property);
        Optional.ofNullable(entities.find(Specification.class, key))
                .ifPresentOrElse(it -> it.amend(read), () -> entities.persist(new Specification(key, read)));
        var by = new FirmStatement.By(String.valueOf(actor.organization()), actor.login(), actor.name());
        entities.persist(new FirmStatement(key, read, by, LocalDate.now(clock), clock.instant()));
        trail.record(Change.of(
                        "state_specification",
                        subject(actor, own),
                        Map.of("property", field.details().name(), "stated", "未载明"),
                        Map.of("property", field.details().name(), "stated", spoken(read)))
                .because(occasion));
    }

    private Product own(Actor actor, String product) {
        return Optional.ofNullable(actor.organization())
                .flatMap(organizations::findByIdOptional)
                .flatMap(Organization::firmCode)
                .flatMap(firm -> products.findByIdOptional(product)
                        .filter(it -> it.details().firmCode().equals(firm)))
                .orElseThrow(() -> new NotFound("产品 " + product + " "));
    }

    private boolean isStated(String product, String property) {
        return Optional.ofNullable(entities.find(Specification.class, new Specification.Key(product, property)))
                .map(Specification::details)
                .filter(it -> it.min() != null || it.max() != null || it.value() != null)
                .isPresent();
    }

    private static Specification.Details read(Stated stated, Field field, boolean sure) {
        var findings = new Findings(stands -> false);
        if (stated.saysNothing()) {
            throw new RuleViolation("invalid-answer", "请填写“" + field.details().name() + "”的值，再提交。");
        }
        Specification.Details read = new SpecificationReader(findings).read(stated, field);
        List<Finding> found = findings.list();
        if (read == null || found.stream().anyMatch(Finding::isInTheWay)) {
            throw new RuleViolation("invalid-answer", said(found));
        }
        if (!found.isEmpty() && !sure) {
            throw new RuleViolation("doubtful-answer", said(found));
        }
        return read;
    }

    private static String said(List<Finding> found) {
        return found.stream()
                .findFirst()
                .map(it -> it.label() + "：" + it.detail())
                .orElse("这个值读不懂，请核对。");
    }

    private static String spoken(Specification.Details read) {
        if (read.value() != null) {
            return read.value();
        }
        String low = read.min() == null ? "" : read.min().toPlainString();
        String high = read.max() == null ? "" : read.max().toPlainString();
        String range = low.equals(high) ? low : low + "～" + high;
        return read.unit() == null ? range : range + " " + read.unit();
    }

    private static Subject subject(Actor actor, Product product) {
        return new Subject(
                "product",
                product.code(),
                product.details().name(),
                actor.city(),
                Optional.ofNullable(actor.organization()));
    }
}
