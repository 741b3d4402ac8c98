package org.xiangpei.matching.outlook;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.DeskSource;
import org.xiangpei.identity.Reach;
import org.xiangpei.matching.Improvement;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Labels;

import static java.util.stream.Collectors.joining;

/** On the desk of a buyer: lines whose supply is at risk. On a firm's: what it nearly meets. On a bureau's: its city's products at risk. */
@ApplicationScoped
class OutlookDesk implements DeskSource {

    private static final int SHOWN = 5;

    private final NearMisses nearMisses;
    private final SupplyRisks risks;

    OutlookDesk(NearMisses nearMisses, SupplyRisks risks) {
        this.nearMisses = nearMisses;
        this.risks = risks;
    }

    @Override
    @Transactional
    public List<Section> sections(Actor actor) {
        var sections = new ArrayList<Section>();
        actor.reach(Action.SEE_SUPPLY_RISKS)
                .map(reach -> reach == Reach.CITY
                        ? actor.city().map(this::productsAtRisk).orElseGet(() -> linesAtRisk(actor))
                        : linesAtRisk(actor))
                .filter(section -> section.total() > 0)
                .ifPresent(sections::add);
        actor.reach(Action.SEE_NEAR_MISSES)
                .filter(reach -> reach == Reach.OWN)
                .map(own -> nearMisses(actor))
                .filter(section -> section.total() > 0)
                .ifPresent(sections::add);
        return sections;
    }

    private Section linesAtRisk(Actor actor) {
        List<SupplyRisk> found = risks.own(actor);
        List<Item> items = found.stream()
                .limit(SHOWN)
                .map(it -> new Item(
                        it.lineName(),
                        it.title() + " 第 " + it.place().number() + " 行",
                        "/requirements/" + it.place().requirement() + "/answers/"
                                + it.place().number(),
                        label(it.kind())))
                .toList();
        return new Section(Place.OWN, "供应有风险的需求行", found.size(), items, "/risks");
    }

    private Section productsAtRisk(City city) {
        List<SupplyRisks.ProductAtRisk> found = risks.ofCity(city);
        List<Item> items = found.stream()
                .limit(SHOWN)
                .map(it -> new Item(it.product().productName(), it.product().firmName(), "/risks", label(it.kind())))
                .toList();
        return new Section(Place.OWN, "需求所依赖、快要失去的本市产品", found.size(), items, "/risks");
    }

    private Section nearMisses(Actor actor) {
        List<Opportunity> found = nearMisses.ofFirm(actor);
        List<Item> items = found.stream()
                .limit(SHOWN)
                .map(it -> new Item(
                        it.productName(),
                        sentence(it),
                        "/near-misses",
                        it.best().lines() + " 行"))
                .toList();
        return new Section(Place.OWN, "差一点就能满足的需求", found.size(), items, "/near-misses");
    }

    private static String sentence(Opportunity it) {
        return it.best().changes().stream().map(OutlookDesk::change).collect(joining("，"));
    }

    private static String change(Improvement it) {
        return it.label() + "从 " + it.from() + " " + Labels.of(it.direction()) + " " + it.to();
    }

    private static String label(SupplyRisk.Kind kind) {
        return Labels.of("riskKind", kind.code());
    }
}
