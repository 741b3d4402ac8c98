package org.xiangpei.ledger.web;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Categories;
import org.xiangpei.catalog.Regions;
import org.xiangpei.catalog.web.CatalogOptions;
import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Reach;
import org.xiangpei.ledger.Duplicates;
import org.xiangpei.ledger.Facts;
import org.xiangpei.ledger.Place;
import org.xiangpei.ledger.PlaceSum;
import org.xiangpei.ledger.PurchaseEntry;
import org.xiangpei.ledger.PurchaseExport;
import org.xiangpei.ledger.PurchaseFigures;
import org.xiangpei.ledger.PurchaseFilter;
import org.xiangpei.ledger.PurchaseLedger;
import org.xiangpei.ledger.PurchaseList;
import org.xiangpei.ledger.PurchaseRecord;
import org.xiangpei.ledger.PurchaseWords;
import org.xiangpei.ledger.web.CorrectionView.Field;
import org.xiangpei.ledger.web.PurchaseView.Change;
import org.xiangpei.ledger.web.PurchaseView.Event;
import org.xiangpei.ledger.web.PurchaseView.Fact;
import org.xiangpei.ledger.web.PurchasesView.Row;
import org.xiangpei.ledger.web.PurchasesView.SumRow;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.Moments;
import org.xiangpei.shared.Money;
import org.xiangpei.shared.Page;
import org.xiangpei.shared.Provenance;
import org.xiangpei.shared.Rate;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.tabular.RowError;
import org.xiangpei.shared.web.Address;
import org.xiangpei.shared.web.Figures;
import org.xiangpei.shared.web.Option;
import org.xiangpei.shared.web.OptionGroup;
import org.xiangpei.shared.web.PageLinks;

/** Puts the ledger into words for its pages. */
@ApplicationScoped
class PurchaseViews {

    private static final int ROWS = 50;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String NONE = "—";
    private static final Set<String> OPTIONAL = Set.of(
            "category",
            "quantity",
            "unit",
            "supplier_uscc",
            "supplier_firm",
            "product",
            "production_region",
            "declared_local_content_pct",
            "code");

    private final PurchaseList list;
    private final PurchaseLedger ledger;
    private final Duplicates duplicates;
    private final Categories categories;
    private final CatalogOptions catalogue;
    private final Regions regions;

    PurchaseViews(
            PurchaseList list,
            PurchaseLedger ledger,
            Duplicates duplicates,
            Categories categories,
            CatalogOptions catalogue,
            Regions regions) {
        this.list = list;
        this.ledger = ledger;
        this.duplicates = duplicates;
        this.categories = categories;
        this.catalogue = catalogue;
        this.regions = regions;
    }

    @Transactional
    PurchasesView list(Actor actor, PurchaseFilter filter, int page) {
        Page<PurchaseEntry> found = list.page(actor, filter, page, ROWS);
        List<PlaceSum> sums = list.sums(actor, filter);
        Money amount = sums.stream().map(PlaceSum::amount).reduce(Money.ZERO, Money::plus);
        boolean all =
                actor.reach(Action.READ_PURCHASES).filter(Reach.ALL::equals).isPresent();
        long suspected = all ? 0 : duplicates.count(actor);
        Place chosen = filter.place();
        return new PurchasesView(
                all ? "全部采购单位" : actor.organizationName(),
                all,
                new PurchasesView.Filters(filter.words(), text(filter.from()), text(filter.to()), filter.importCode()),
                Arrays.stream(Place.values())
                        .map(it -> new Option(it.code(), Labels.of(it), it == chosen))
                        .toList(),
                Arrays.stream(PurchaseFilter.State.values())
                        .map(it -> new Option(it.code(), Labels.of(it), it == filter.state()))
                        .toList(),
                categories(filter.category()),
                list.buyers(actor).entrySet().stream()
                        .map(it -> new Option(
                                it.getKey(), it.getValue(), it.getKey().equals(filter.buyer())))
                        .toList(),
                Figures.number(found.total()),
                Figures.money(amount.yuan()),
                sums.stream().map(it -> sum(it, amount)).toList(),
                found.items().stream().map(PurchaseViews::row).toList(),
                PageLinks.of(found, address("/purchases", filter)),
                suspected == 0 ? null : Figures.number(suspected),
                address("/purchases/export.csv", filter).toString(),
                PurchaseExport.fits(found.total())
                        ? address("/purchases/export.xlsx", filter).toString()
                        : null,
                !filter.equals(PurchaseFilter.ALL));
    }

    private static Address address(String path, PurchaseFilter filter) {
        Place place = filter.place();
        return Address.of(path)
                .and("q", filter.words())
                .and("from", filter.from())
                .and("to", filter.to())
                .and("category", filter.category())
                .and("place", place == null ? null : place.code())
                .and(
                        "state",
                        filter.state() == PurchaseFilter.State.IN_EFFECT
                                ? null
                                : filter.state().code())
                .and("buyer", filter.buyer())
                .and("import", filter.importCode());
    }

    private static SumRow sum(PlaceSum sum, Money all) {
        String share = Rate.ofMoney(sum.amount(), all, Money.ZERO, sum.records())
                .value()
                .map(Figures::percent)
                .orElse(NONE);
        return new SumRow(
                Labels.of(sum.place()),
                Figures.number(sum.records()),
                Figures.money(sum.amount().yuan()),
                share);
    }

    private static Row row(PurchaseEntry entry) {
        return new Row(
                entry.code(),
                entry.number() == null ? "" : entry.number(),
                entry.buyerName(),
                entry.purchasedOn().toString(),
                entry.item(),
                entry.category() == null ? "目录外" : entry.category(),
                Figures.money(entry.amount().yuan()),
                entry.supplier(),
                entry.firm(),
                place(entry.place(), entry.region()),
                entry.place() == Place.UNKNOWN,
                entry.corrected(),
                entry.provenance() == Provenance.ILLUSTRATIVE);
    }

    private static String place(Place place, @Nullable String region) {
        return place == Place.UNKNOWN || region == null || region.matches("\\d+")
                ? Labels.of(place) + (region == null ? "" : "（" + region + "）")
                : region;
    }

    /** With what belongs to no category of the catalogue. */
    private List<OptionGroup> categories(String chosen) {
        var groups = new ArrayList<>(catalogue.of(null, chosen).categories());
        groups.add(new OptionGroup(
                "目录外",
                List.of(new Option(PurchaseFigures.OUTSIDE, "不属于目录里的品类", chosen.equals(PurchaseFigures.OUTSIDE)))));
        return groups;
    }

    @Transactional
    PurchaseView one(Actor actor, String code, @Nullable RuleViolation refused) {
        List<PurchaseRecord> history = ledger.history(actor, code);
        PurchaseRecord now = history.getLast();
        PurchaseRecord said = now.cancels() && history.size() > 1 ? history.get(history.size() - 2) : now;
        return new PurchaseView(
                history.getFirst().code(),
                now.item().name(),
                now.cancels() ? "已作废" : history.size() > 1 ? "有效，更正过" : "有效",
                now.cancels() ? "fail" : "pass",
                now.entry().provenance() == Provenance.ILLUSTRATIVE,
                facts(said),
                events(history),
                !now.cancels() && actor.may(Action.IMPORT_PURCHASES),
                now.code(),
                refused == null ? null : refused.detail());
    }

    private List<Fact> facts(PurchaseRecord record) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(
                "采购单位", record.buyer().name() + "（" + record.buyer().city().label() + "）"));
        Facts.of(record)
                .forEach((column, value) -> facts.add(new Fact(PurchaseWords.column(column), shown(column, value))));
        return facts;
    }

    private List<Event> events(List<PurchaseRecord> history) {
        var events = new ArrayList<Event>();
        for (int i = history.size() - 1; i >= 0; i--) {
            events.add(event(history.get(i), i == 0 ? null : history.get(i - 1)));
        }
        return events;
    }

    private Event event(PurchaseRecord fact, @Nullable PurchaseRecord before) {
        var origin = fact.entry().origin();
        String what = before == null ? "登记" : fact.cancels() ? "作废" : before.cancels() ? "恢复" : "更正";
        return new Event(
                fact.code(),
                what,
                Moments.minute(fact.entry().recordedAt(), ZONE),
                Objects.requireNonNullElse(origin.name(), "系统"),
                Labels.of(origin.channel()),
                origin.reason(),
                Objects.requireNonNullElse(fact.entry().source(), ""),
                origin.importCode(),
                before == null ? List.of() : changes(before, fact));
    }

    private List<Change> changes(PurchaseRecord before, PurchaseRecord after) {
        Map<String, String> was = Facts.of(before);
        return Facts.of(after).entrySet().stream()
                .filter(it -> !it.getValue().equals(was.get(it.getKey())))
                .map(it -> new Change(
                        PurchaseWords.column(it.getKey()),
                        shown(it.getKey(), was.getOrDefault(it.getKey(), "")),
                        shown(it.getKey(), it.getValue())))
                .toList();
    }

    /** A code with its name beside it. */
    private String shown(String column, String value) {
        if (value.isEmpty()) {
            return column.equals("production_region") ? "未知" : column.equals("category") ? "目录外" : NONE;
        }
        return switch (column) {
            case "category" ->
                categories
                        .findByIdOptional(value)
                        .map(it -> it.details().name())
                        .orElse(value);
            case "production_region" -> region(value);
            case "amount" -> Figures.number(new BigDecimal(value)) + " 元";
            default -> value;
        };
    }

    private String region(String code) {
        return regions.findByIdOptional(code)
                .map(it -> it.details().name() + "（" + code + "）")
                .orElse(code);
    }

    /** @param typed what was typed before; null to begin with what is in effect */
    @Transactional
    CorrectionView correction(
            Actor actor,
            String code,
            @Nullable Map<String, String> typed,
            String reason,
            @Nullable RuleViolation wrong) {
        PurchaseRecord now = ledger.history(actor, code).getLast();
        Map<String, String> values = typed == null ? Facts.of(now) : typed;
        String seen = typed == null ? now.code() : typed.getOrDefault("seen", now.code());
        List<Field> fields = Facts.of(now).keySet().stream()
                .map(column -> field(column, values.getOrDefault(column, ""), fault(column, wrong)))
                .toList();
        return new CorrectionView(
                code,
                seen,
                now.item().name(),
                fields,
                categories(values.getOrDefault("category", "")),
                reason,
                wrong == null ? null : wrong.detail());
    }

    private static Field field(String column, String value, @Nullable String fault) {
        return new Field(
                column,
                PurchaseWords.column(column) + (OPTIONAL.contains(column) ? "（可不填）" : ""),
                value,
                column.equals("purchased_on") ? "date" : "text",
                hint(column),
                OPTIONAL.contains(column),
                column.equals("category"),
                fault);
    }

    private static @Nullable String hint(String column) {
        return switch (column) {
            case "production_region" -> "实际生产的地方，不是供应商的注册地：区县或市的名称、六位区划代码；留空就是未知";
            case "supplier_firm" -> "留空时按信用代码或全称自动对应目录企业";
            case "product" -> "例如 P009，不是目录产品就留空";
            default -> null;
        };
    }

    private static @Nullable String fault(String column, @Nullable RuleViolation wrong) {
        if (wrong == null) {
            return null;
        }
        return wrong.errors().stream()
                .filter(RowError.class::isInstance)
                .map(RowError.class::cast)
                .filter(it -> column.equals(it.column()))
                .map(RowError::reason)
                .findFirst()
                .orElse(null);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
