package org.xiangpei.ledger;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.DeskSource;
import org.xiangpei.identity.Reach;

/** On the desk of a buyer: files of purchases that wait to be confirmed, and purchases that look as if they were recorded twice. */
@ApplicationScoped
class PurchaseDesk implements DeskSource {

    private static final int SHOWN = 5;

    private final KeptPurchaseUploads uploads;
    private final Duplicates duplicates;

    PurchaseDesk(KeptPurchaseUploads uploads, Duplicates duplicates) {
        this.uploads = uploads;
        this.duplicates = duplicates;
    }

    @Override
    @Transactional
    public List<Section> sections(Actor actor) {
        if (!actor.may(Action.IMPORT_PURCHASES)) {
            return List.of();
        }
        Section waiting = previews(actor);
        return actor.reach(Action.READ_PURCHASES).filter(Reach.OWN::equals).isPresent()
                ? List.of(waiting, alike(actor))
                : List.of(waiting);
    }

    private Section previews(Actor actor) {
        List<Item> items = uploads.previews(actor).stream()
                .map(it -> new Item(
                        it.fileName(),
                        "%d 行，错误 %d 处"
                                .formatted(it.foreseen().rows(), it.foreseen().errorCount()),
                        "/purchases/imports/" + it.code(),
                        null))
                .toList();
        return new Section(Place.WAITING, "等待确认的台账导入", items.size(), items, "/purchases/imports");
    }

    private Section alike(Actor actor) {
        var pairs = duplicates.page(actor, 1, SHOWN);
        List<Item> items = pairs.items().stream()
                .map(it -> new Item(
                        it.one().item().name(),
                        it.one().supply().supplierName() + "，" + it.one().purchasedOn() + " 与 "
                                + it.other().purchasedOn(),
                        "/purchases/duplicates",
                        null))
                .toList();
        return new Section(Place.WAITING, "疑似重复的采购", pairs.total(), items, "/purchases/duplicates");
    }
}
