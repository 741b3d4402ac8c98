package org.xiangpei.insight.map;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.xiangpei.catalog.Parks;
import org.xiangpei.identity.Actor;
import org.xiangpei.insight.LocalSourcing;
import org.xiangpei.insight.LocalSourcingQuery;
import org.xiangpei.insight.Sight;
import org.xiangpei.ledger.Cut;
import org.xiangpei.ledger.PurchaseFigures;
import org.xiangpei.ledger.RegionFigures;
import org.xiangpei.shared.RuleViolation;

/** What the map shows. */
@ApplicationScoped
public class MapFigures {

    private final LocalSourcing localSourcing;
    private final PurchaseFigures purchases;
    private final RegionFigures regions;
    private final Supply supply;
    private final Parks parks;

    MapFigures(
            LocalSourcing localSourcing, PurchaseFigures purchases, RegionFigures regions, Supply supply, Parks parks) {
        this.localSourcing = localSourcing;
        this.purchases = purchases;
        this.regions = regions;
        this.supply = supply;
        this.parks = parks;
    }

    /** @param sample whether sample data is in it */
    public record Places(List<DistrictSupply> supply, List<Bought> bought, boolean sample) {}

    /** @throws RuleViolation {@code bad-request} for a period, chain or park that cannot be */
    @Transactional
    public Cut cut(LocalSourcingQuery query) {
        return localSourcing.cut(query);
    }

    /** @throws RuleViolation {@code bad-request} for a park that nobody knows */
    @Transactional
    public Places places(Supply.Wanted wanted, Cut cut, Actor viewer) {
        requirePark(wanted);
        return new Places(
                supply.byDistrict(wanted),
                places(cut, viewer),
                supply.hasSample(wanted) || purchases.sums(cut, null).total().illustrative() > 0);
    }

    /** What stands behind the amount of a place: its categories, the most money first. */
    @Transactional
    public List<BoughtThere> bought(String place, Cut cut, Actor viewer) {
        boolean shown = places(cut, viewer).stream()
                .anyMatch(it -> it.place().equals(place) && it.shown().isPresent());
        return BoughtThere.shown(regions.madeThere(cut, place), shown, reads(cut, viewer));
    }

    private List<Bought> places(Cut cut, Actor viewer) {
        return Bought.shown(regions.madeIn(cut), reads(cut, viewer));
    }

    private static boolean reads(Cut cut, Actor viewer) {
        return new Sight(viewer).reads(cut.scope().buyer());
    }

    private void requirePark(Supply.Wanted wanted) {
        if (wanted.park() != null && parks.findByIdOptional(wanted.park()).isEmpty()) {
            throw new RuleViolation("bad-request", "没有 park=%s；应为目录里的园区代码，例如 CSJK".formatted(wanted.park()));
        }
    }
}
