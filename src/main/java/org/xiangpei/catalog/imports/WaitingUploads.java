package org.xiangpei.catalog.imports;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.DeskSource;
import org.xiangpei.shared.UploadState;

/** On the desk of who may import: what was previewed and waits to be taken in or discarded. */
@ApplicationScoped
class WaitingUploads implements DeskSource {

    private static final int LOOKED_AT = 20;

    private final ImportHistory history;

    WaitingUploads(ImportHistory history) {
        this.history = history;
    }

    @Override
    public List<Section> sections(Actor actor) {
        if (!actor.may(Action.IMPORT_CATALOGUE)) {
            return List.of();
        }
        List<Item> waiting = history.page(actor, 1, LOOKED_AT).items().stream()
                .filter(it -> it.state() == UploadState.PREVIEWED)
                .map(it -> new Item(
                        it.fileName(),
                        "新增 %d 行，修改 %d 行，错误 %d 处".formatted(it.added(), it.changed(), it.errorCount()),
                        "/catalog/imports/" + it.code(),
                        null))
                .toList();
        return List.of(new Section(Place.WAITING, "等待确认的目录导入", waiting.size(), waiting, "/catalog/imports"));
    }
}
