package org.xiangpei.demand;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.DeskSource;
import org.xiangpei.matching.Verdict;
import org.xiangpei.shared.Labels;

/** On the desk of a firm: published lines that wait for a word about its products, and all that fit. */
@ApplicationScoped
class DemandDesk implements DeskSource {

    private static final int SHOWN = 8;

    private final Demands demands;

    DemandDesk(Demands demands) {
        this.demands = demands;
    }

    @Override
    public List<Section> sections(Actor actor) {
        if (!actor.may(Action.SEE_PUBLISHED_REQUIREMENTS)) {
            return List.of();
        }
        List<Fit> all = demands.find(actor, "").fits();
        List<Fit> open = all.stream()
                .filter(it -> it.verdict().filter(Verdict.POSSIBLE::equals).isPresent())
                .toList();
        return List.of(
                section(Place.WAITING, "有参数待补充的采购需求", open, "/demand?verdict=possible"),
                section(Place.OWN, "适合本企业的采购需求", all, "/demand"));
    }

    private static Section section(Place place, String title, List<Fit> fits, String all) {
        List<Item> items = fits.stream().limit(SHOWN).map(DemandDesk::item).toList();
        return new Section(place, title, fits.size(), items, all);
    }

    private static Item item(Fit fit) {
        String name = fit.line().content().name();
        return new Item(
                name.isEmpty() ? fit.of().title() : name,
                fit.of().title(),
                "/demand/" + fit.of().code() + "/" + fit.line().number(),
                fit.verdict().map(Labels::of).orElse(null));
    }
}
