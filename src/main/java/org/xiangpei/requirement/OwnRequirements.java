package org.xiangpei.requirement;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.DeskSource;
import org.xiangpei.shared.Labels;

/** On the desk of a buyer: drafts that are not published yet, and what is published. */
@ApplicationScoped
class OwnRequirements implements DeskSource {

    private static final int SHOWN = 8;

    private final KeptRequirements requirements;

    OwnRequirements(KeptRequirements requirements) {
        this.requirements = requirements;
    }

    @Override
    @Transactional
    public List<Section> sections(Actor actor) {
        return actor.may(Action.KEEP_REQUIREMENTS)
                ? List.of(
                        section(actor, Place.WAITING, "未发布的采购需求", RequirementState.DRAFT),
                        section(actor, Place.OWN, "已发布的采购需求", RequirementState.PUBLISHED))
                : List.of();
    }

    private Section section(Actor actor, Place place, String title, RequirementState state) {
        List<Requirement> found = requirements.listOwn(actor, state);
        List<Item> items =
                found.stream().limit(SHOWN).map(OwnRequirements::item).toList();
        return new Section(place, title, found.size(), items, "/requirements");
    }

    private static Item item(Requirement of) {
        String detail = of.neededBy().map(day -> "需要日期 " + day).orElse(of.code());
        return new Item(of.title(), detail, "/requirements/" + of.code(), Labels.of(of.state()));
    }
}
