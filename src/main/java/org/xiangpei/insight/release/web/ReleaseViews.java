package org.xiangpei.insight.release.web;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.insight.release.Release;
import org.xiangpei.insight.release.Release.Said;
import org.xiangpei.insight.release.ReleaseContent;
import org.xiangpei.insight.release.ReleasePart;
import org.xiangpei.insight.release.ReleaseState;
import org.xiangpei.insight.release.ReleasedFigure;
import org.xiangpei.insight.release.Releases;
import org.xiangpei.insight.release.web.ReleaseListView.Card;
import org.xiangpei.insight.release.web.ReleaseView.Actions;
import org.xiangpei.insight.release.web.ReleaseView.Note;
import org.xiangpei.insight.release.web.ReleasedFiguresView.Fact;
import org.xiangpei.insight.release.web.ReleasedFiguresView.FlowRow;
import org.xiangpei.insight.release.web.ReleasedFiguresView.Row;
import org.xiangpei.insight.release.web.ReleasedFiguresView.Tile;
import org.xiangpei.insight.web.RateFilters;
import org.xiangpei.insight.web.RateView.Cell;
import org.xiangpei.ledger.PurchaseFigures;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.Moments;
import org.xiangpei.shared.web.Address;
import org.xiangpei.shared.web.Figures;

/** Puts releases into words. Nothing is computed here: what stands on the page is what was kept. */
@ApplicationScoped
class ReleaseViews {

    private static final String HIDDEN = "不公布";
    private static final String NOTHING = "—";

    /** Of a fingerprint in a table; all of it is on the release's own page. */
    private static final int SHOWN_OF_FINGERPRINT = 12;

    private final Releases releases;
    private final Clock clock;

    ReleaseViews(Releases releases, Clock clock) {
        this.releases = releases;
        this.clock = clock;
    }

    ReleaseListView list(Actor reader) {
        List<Release> all = releases.list(reader);
        return new ReleaseListView(
                reader.may(Action.RELEASE_FIGURES),
                all.stream().filter(it -> !it.state().isPublic()).map(this::row).toList(),
                all.stream()
                        .filter(it -> it.state() == ReleaseState.CURRENT)
                        .sorted(Comparator.comparing(ReleaseViews::place))
                        .map(this::card)
                        .toList(),
                all.stream().filter(it -> it.state().isPublic()).map(this::row).toList());
    }

    /** The region first, then the cities; of each the newest stays first. */
    private static String place(Release release) {
        return release.city().map(City::code).orElse("");
    }

    private ReleaseListView.Row row(Release it) {
        boolean open = it.state().isOpen();
        return new ReleaseListView.Row(
                path(it),
                it.place(),
                it.period(),
                it.asOf().toString(),
                it.publicSince().map(this::minute).orElse(NOTHING),
                Labels.of(it.state()),
                tone(it.state()),
                note(it),
                open ? json(it) : null,
                open ? csv(it) : null,
                it.sha256().substring(0, SHOWN_OF_FINGERPRINT));
    }

    private String note(Release it) {
        return switch (it.state()) {
            case WITHDRAWN -> said(it, Said.WITHDRAWN);
            case DECLINED -> said(it, Said.DECLINED);
            case PROPOSED -> "等" + awaited(it) + "同意";
            case CORRECTED -> "由 " + it.supersededBy() + " 更正";
            case CURRENT -> it.reason() == null ? "" : "更正：" + it.reason();
        };
    }

    private static String awaited(Release it) {
        return it.awaited().stream().sorted().map(City::label).collect(Collectors.joining("、"));
    }

    private String said(Release release, Said what) {
        return release.step(what)
                .map(it -> it.city().label() + "市工信局 " + minute(it.at()) + "：" + it.reason())
                .orElse("");
    }

    private Card card(Release it) {
        ReleaseContent content = releases.read(it);
        return new Card(
                path(it),
                it.place(),
                it.period(),
                it.asOf().toString(),
                it.publicSince().map(this::minute).orElse(NOTHING),
                content.of(ReleasePart.NUMBERS).stream()
                        .map(figure -> new ReleaseListView.Share(figure.label(), value(figure)))
                        .toList());
    }

    ReleaseView one(Actor reader, String code, String typed, @Nullable String refused) {
        Release it = releases.get(reader, code);
        boolean readable = releases.mayReadFigures(reader, it);
        ReleaseContent content = releases.read(it);
        boolean bureau = reader.may(Action.RELEASE_FIGURES)
                && reader.city().filter(it::concerns).isPresent();
        return new ReleaseView(
                it.code(),
                it.place(),
                it.period(),
                it.from() + " 至 " + it.to(),
                it.asOf().toString(),
                Labels.of(it.state()),
                tone(it.state()),
                notices(it),
                facts(it),
                readable ? figures(content) : null,
                it.sha256(),
                json(it),
                csv(it),
                live(content).and("groupBy", "month").toString(),
                bureau && readable ? replay(it) : null,
                bureau ? actions(reader, it, typed, refused) : null);
    }

    private String replay(Release it) {
        return releases.isReplayed(it) ? "今天按同一天所知重算，与公布的一致。" : "今天按同一天所知重算，与公布的不一致：请查明原因，需要时更正。";
    }

    private static Actions actions(Actor reader, Release it, String typed, @Nullable String refused) {
        boolean proposed = it.state() == ReleaseState.PROPOSED;
        return new Actions(
                proposed && reader.city().filter(it.awaited()::contains).isPresent(),
                proposed,
                it.state().isOpen(),
                typed,
                refused);
    }

    private List<Note> notices(Release it) {
        return switch (it.state()) {
            case CURRENT -> List.of();
            case CORRECTED -> List.of(new Note("已更正：", "这些数字已由另一次公布更正，请引用更正后的。", "/released/" + it.supersededBy()));
            case WITHDRAWN -> List.of(new Note("已撤下：", said(it, Said.WITHDRAWN) + "。数字不再显示，指纹和记录保留。", null));
            case DECLINED -> List.of(new Note("没有公布：", said(it, Said.DECLINED), null));
            case PROPOSED -> List.of(new Note("还没有公布：", "等" + awaited(it) + "同意；三市都同意后公众才看得到。", null));
        };
    }

    private List<Note> facts(Release it) {
        var facts = new ArrayList<Note>();
        facts.add(new Note("编号", it.code(), null));
        facts.add(new Note("期间", it.from() + " 至 " + it.to(), null));
        facts.add(new Note("截至", "按 " + it.asOf() + " 当日已知的记录计算", null));
        it.publicSince().ifPresent(at -> facts.add(new Note("公布", minute(at), null)));
        facts.add(new Note("准备", it.preparedBy().label() + "市工信局，" + minute(it.preparedAt()), null));
        if (it.city().isEmpty()) {
            facts.add(new Note(
                    "同意",
                    it.steps().stream()
                            .filter(step -> step.said() == Said.AGREED)
                            .map(step -> step.city().label() + " " + minute(step.at()))
                            .collect(Collectors.joining("；")),
                    null));
        }
        if (it.supersedes() != null) {
            facts.add(new Note("更正", it.supersedes() + "，原因：" + it.reason(), "/released/" + it.supersedes()));
        }
        return facts;
    }

    ReleasedFiguresView figures(ReleaseContent content) {
        return new ReleasedFiguresView(
                RateFilters.sampleNote(content.illustrative()),
                tiles(content),
                rows(content, ReleasePart.CITIES, "buyerCity"),
                flows(content.of(ReleasePart.FLOWS)),
                rows(content, ReleasePart.CHAINS, "chain"),
                content.definitions());
    }

    private static List<Tile> tiles(ReleaseContent content) {
        return content.figures().stream()
                .filter(it -> it.group().isEmpty())
                .map(it -> new Tile(
                        it.label(),
                        it.denominator() == null && !it.hidden() ? money(it.numerator()) : value(it),
                        live(content)
                                .and("groupBy", it.part() == ReleasePart.LEAKAGE ? "category" : "month")
                                .toString(),
                        tileFacts(it)))
                .toList();
    }

    private static List<Fact> tileFacts(ReleasedFigure it) {
        var facts = new ArrayList<Fact>();
        if (it.denominator() != null) {
            facts.add(new Fact("分子", amount(it, it.numerator())));
            facts.add(new Fact("分母", amount(it, it.denominator())));
        }
        facts.add(new Fact("记录数", Figures.number(it.records())));
        if (it.unknownShare() != null) {
            facts.add(new Fact(unknown(it), percent(it.unknownShare())));
        }
        return facts;
    }

    private static String unknown(ReleasedFigure it) {
        return switch (it.measure()) {
            case "coverage" -> "待确认占比";
            case "declared_content" -> "未申报占比";
            default -> "产地不明占比";
        };
    }

    /** @param narrowsBy the parameter by which the rate page asks for a group */
    private static List<Row> rows(ReleaseContent content, ReleasePart part, String narrowsBy) {
        Map<String, List<ReleasedFigure>> groups = content.of(part).stream()
                .collect(Collectors.groupingBy(ReleasedFigure::group, LinkedHashMap::new, Collectors.toList()));
        return groups.values().stream()
                .map(it -> new Row(
                        it.getFirst().groupLabel(),
                        live(content)
                                .with(narrowsBy, it.getFirst().group())
                                .and("groupBy", finer(part, it.getFirst().group()))
                                .toString(),
                        it.stream().map(ReleaseViews::cell).toList(),
                        Figures.number(it.getFirst().records())))
                .toList();
    }

    /** What belongs to no chain has no categories. */
    private static String finer(ReleasePart part, String group) {
        return part == ReleasePart.CHAINS && !group.equals(PurchaseFigures.OUTSIDE_CHAIN) ? "category" : "month";
    }

    private static Cell cell(ReleasedFigure it) {
        return new Cell(
                value(it),
                it.value() == null
                        ? ""
                        : new BigDecimal(it.value())
                                .movePointRight(2)
                                .stripTrailingZeros()
                                .toPlainString(),
                it.denominator() == null ? "" : amount(it, it.numerator()) + " / " + amount(it, it.denominator()));
    }

    private static List<FlowRow> flows(List<ReleasedFigure> flows) {
        if (flows.isEmpty()) {
            return List.of();
        }
        Map<String, ReleasedFigure> byPair = flows.stream().collect(Collectors.toMap(ReleasedFigure::group, it -> it));
        return Arrays.stream(City.values())
                .filter(buyer -> flows.stream().anyMatch(it -> it.group().startsWith(buyer.code() + "-")))
                .map(buyer -> new FlowRow(
                        buyer.label(),
                        Arrays.stream(City.values())
                                .map(producer -> Optional.ofNullable(byPair.get(buyer.code() + "-" + producer.code()))
                                        .map(it -> it.hidden()
                                                ? HIDDEN
                                                : Figures.tenThousands(
                                                        new BigDecimal(Objects.requireNonNull(it.numerator())), 2))
                                        .orElse(NOTHING))
                                .toList()))
                .toList();
    }

    /** The page on which everybody asks for the same figures, as known on the same day. */
    private static Address live(ReleaseContent content) {
        return Address.of("/rate")
                .and("buyerCity", content.place().equals(ReleaseContent.REGION) ? null : content.place())
                .and("from", content.from())
                .and("to", content.to())
                .and("asOf", content.asOf());
    }

    private static String value(ReleasedFigure it) {
        if (it.hidden()) {
            return HIDDEN;
        }
        return it.value() == null ? NOTHING : percent(it.value());
    }

    private static String percent(String share) {
        return Figures.percent(new BigDecimal(share));
    }

    private static String amount(ReleasedFigure it, @Nullable String text) {
        return it.unit().equals("CNY") ? money(text) : Figures.number(new BigDecimal(Objects.requireNonNull(text)));
    }

    private static String money(@Nullable String yuan) {
        return Figures.money(new BigDecimal(Objects.requireNonNull(yuan)));
    }

    private static String path(Release it) {
        return "/released/" + it.code();
    }

    private static String json(Release it) {
        return "/api/v1/releases/" + it.code();
    }

    private static String csv(Release it) {
        return json(it) + "/figures.csv";
    }

    private static String tone(ReleaseState state) {
        return switch (state) {
            case CURRENT -> "pass";
            case PROPOSED -> "sample";
            case CORRECTED -> "";
            case WITHDRAWN, DECLINED -> "fail";
        };
    }

    private String minute(Instant at) {
        return Moments.minute(at, clock.getZone());
    }
}
