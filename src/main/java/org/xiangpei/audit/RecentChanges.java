package org.xiangpei.audit;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.DeskSource;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.Moments;
import org.xiangpei.shared.Page;

/** On the desk of who may read the trail: its newest entries. */
@ApplicationScoped
class RecentChanges implements DeskSource {

    private static final int SHOWN = 8;

    private final AuditEntries entries;
    private final Clock clock;

    RecentChanges(AuditEntries entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    @Override
    public List<Section> sections(Actor actor) {
        if (!actor.may(Action.READ_AUDIT)) {
            return List.of();
        }
        Page<Entry> newest = entries.page(AuditQuery.ALL, AuditScope.of(actor), 1, SHOWN);
        return List.of(new Section(
                Place.CHANGED,
                "审计记录",
                newest.total(),
                newest.items().stream().map(this::item).toList(),
                "/audit"));
    }

    private Item item(Entry entry) {
        Deed deed = entry.deed();
        return new Item(
                Labels.find("auditAction", deed.action()).orElse(deed.action()) + "："
                        + deed.target().name(),
                Moments.minute(entry.at(), clock.getZone()) + " · "
                        + deed.author().name(),
                null,
                null);
    }
}
