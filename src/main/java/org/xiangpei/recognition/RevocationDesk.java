package org.xiangpei.recognition;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.xiangpei.catalog.Product;
import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.DeskSource;

/** On a firm's desk: revocations on which it can be heard, and what can be renewed. On a bureau's: revocations that are not decided. */
@ApplicationScoped
class RevocationDesk implements DeskSource {

    private static final int SHOWN = 8;

    private final Revocations revocations;
    private final RevocationRecords records;
    private final LightFilings renewals;
    private final EntityManager entities;
    private final Clock clock;

    RevocationDesk(
            Revocations revocations,
            RevocationRecords records,
            LightFilings renewals,
            EntityManager entities,
            Clock clock) {
        this.revocations = revocations;
        this.records = records;
        this.renewals = renewals;
        this.entities = entities;
        this.clock = clock;
    }

    @Override
    @Transactional
    public List<Section> sections(Actor actor) {
        var sections = new ArrayList<Section>();
        if (actor.may(Action.ANSWER_REVOCATIONS)) {
            add(sections, "拟撤销互认，等本企业陈述", hearings(actor), "/hearings");
        }
        if (actor.may(Action.FILE_PRODUCTS)) {
            add(sections, "可以续期的产品", renewable(actor), "/filings/new");
        }
        if (actor.may(Action.HOLD_SESSION)) {
            add(
                    sections,
                    "撤销互认",
                    records.listOpen().stream()
                            .map(it -> item(it, "/revocations/"))
                            .toList(),
                    "/expiries?view=revocations");
        }
        return sections;
    }

    private static void add(List<Section> sections, String title, List<Item> items, String all) {
        if (!items.isEmpty()) {
            sections.add(new Section(
                    Place.WAITING,
                    title,
                    items.size(),
                    items.stream().limit(SHOWN).toList(),
                    all));
        }
    }

    private List<Item> hearings(Actor actor) {
        return revocations.listOwn(actor).stream()
                .filter(it -> it.isOpen() && !it.isHeard(Moment.of(clock).day()))
                .map(it -> item(it, "/hearings/"))
                .toList();
    }

    private Item item(Revocation of, String path) {
        Product product = entities.find(Product.class, of.productCode());
        boolean heard = of.isHeard(Moment.of(clock).day());
        return new Item(
                product.details().name(),
                heard ? "等联席会议决定" : "企业陈述期到 " + of.heardUntil(),
                path + of.code(),
                heard ? "已听取" : "听取意见中");
    }

    private List<Item> renewable(Actor actor) {
        return renewals.renewable(actor).stream()
                .map(it -> new Item(
                        it.name(),
                        (it.until().isBefore(Moment.of(clock).day()) ? "已于 " : "有效至 ") + it.until(),
                        it.filing() == null ? "/filings/new?product=" + it.code() : "/filings/" + it.filing(),
                        it.filing() == null ? "等续期" : "续期在办"))
                .toList();
    }
}
