package org.xiangpei.requirement.bill;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import org.xiangpei.identity.Actor;

/** What organisations have said of headings: equal headings are not asked about twice. */
@ApplicationScoped
class RememberedMappings implements PanacheRepositoryBase<BillMapping, BillMapping.Key> {

    private final Clock clock;

    RememberedMappings(Clock clock) {
        this.clock = clock;
    }

    SheetLayout apply(Actor actor, SheetLayout layout) {
        return key(actor, layout.signature())
                .flatMap(this::findByIdOptional)
                .map(it -> layout.remembering(it.roles()))
                .orElse(layout);
    }

    void remember(Actor actor, BillSheet sheet) {
        List<ColumnRole> roles = sheet.columns().stream().map(BillColumn::role).toList();
        key(actor, sheet.signature()).ifPresent(key -> findByIdOptional(key)
                .ifPresentOrElse(
                        it -> it.use(roles, clock.instant()),
                        () -> persist(new BillMapping(key, roles, clock.instant()))));
    }

    private static Optional<BillMapping.Key> key(Actor actor, String signature) {
        return Optional.ofNullable(actor.organization())
                .filter(it -> !signature.isEmpty())
                .map(it -> new BillMapping.Key(it, signature));
    }
}
