package org.xiangpei.insight.gap.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.xiangpei.insight.gap.DemandSums;
import org.xiangpei.insight.gap.GapDetail;
import org.xiangpei.insight.gap.GapItem;
import org.xiangpei.insight.gap.GapQuery;
import org.xiangpei.insight.gap.GapState;
import org.xiangpei.insight.gap.NearProduct;
import org.xiangpei.insight.gap.web.GapListView.Fact;
import org.xiangpei.insight.gap.web.GapListView.Tile;
import org.xiangpei.insight.gap.web.GapView.Actions;
import org.xiangpei.insight.gap.web.GapView.Event;
import org.xiangpei.insight.gap.web.GapView.GapLack;
import org.xiangpei.insight.gap.web.GapView.Maker;
import org.xiangpei.insight.gap.web.GapView.Month;
import org.xiangpei.insight.gap.web.GapView.Near;
import org.xiangpei.insight.gap.web.GapView.Notes;
import org.xiangpei.insight.gap.web.GapView.Own;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.Moments;
import org.xiangpei.shared.Rate;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Address;
import org.xiangpei.shared.web.Figures;
import org.xiangpei.shared.web.Option;

/** Puts one gap into words. */
@ApplicationScoped
class GapDetailViews {

    private static final int NEAREST = 20;

    /** The forms of the page. */
    enum Form {
        NONE,
        TAKE,
        RELEASE,
        TELL
    }

    /** What was typed into a form that was refused. */
    record Typed(Form form, String note, String firm) {
        static final Typed NOTHING = new Typed(Form.NONE, "", "");

        String in(Form other) {
            return form == other ? note : "";
        }
    }

    private final Clock clock;

    GapDetailViews(Clock clock) {
        this.clock = clock;
    }

    GapView of(GapDetail detail, GapQuery query, @Nullable RuleViolation refused, Typed typed) {
        GapItem gap = detail.gap();
        return new GapView(
                gap.code(),
                gap.categoryName(),
                gap.category(),
                gap.chain(),
                Address.of("/chains/" + encoded(gap.chain())).toString(),
                lacks(gap),
                Labels.of(gap.state()),
                GapWords.tone(gap.state()),
                gap.state() == GapState.CLOSED,
                gap.hidden(),
                gap.illustrative(),
                detail.asOf().toString(),
                detail.asOf().equals(detail.nearOf()),
                gap.demand().map(it -> tiles(gap, it, query, detail.asOf())).orElse(List.of()),
                detail.months().stream().map(GapDetailViews::month).toList(),
                gap.nearest().stream().limit(NEAREST).map(GapDetailViews::near).toList(),
                detail.asOf().equals(detail.nearOf())
                        ? null
                        : "最接近的产品按今天（%s）的目录计算：只有今天的目录可以改进。".formatted(detail.nearOf()),
                detail.makers().stream().map(GapDetailViews::maker).toList(),
                Figures.number(detail.chainFirms()),
                Address.of("/products").and("chain", gap.chain()).toString(),
                Address.of("/products").and("category", gap.category()).toString(),
                detail.own().stream().map(GapDetailViews::own).toList(),
                detail.events().stream().map(this::event).toList(),
                detail.mayFollow() ? actions(detail, refused, typed) : null,
                GapViews.address(query).toString());
    }

    /** As one segment of a path. */
    private static String encoded(String chain) {
        return URLEncoder.encode(chain, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static List<GapLack> lacks(GapItem gap) {
        return gap.lacks().stream()
                .map(it -> new GapLack(it.label(), it.asked().isEmpty() ? "具体要求不公开" : it.asked()))
                .toList();
    }

    private static List<Tile> tiles(GapItem gap, DemandSums demand, GapQuery query, LocalDate asOf) {
        City city = query.buyerCity();
        String scope = city == null ? "三市" : city.label();
        var tiles = new ArrayList<Tile>();
        tiles.add(new Tile(
                "需求行",
                Figures.number(demand.lines()) + " 行",
                "截至当日还没有合格互认产品的需求行。",
                List.of(
                        new Fact("暂无产品", Figures.number(demand.none()), null),
                        new Fact("有待确认产品", Figures.number(demand.possible()), null),
                        new Fact("采购单位", Figures.number(demand.buyers()) + " 家", null),
                        new Fact("数量", text(GapWords.quantities(demand)), null),
                        new Fact("预算合计约", demand.budget().map(GapWords::about).orElse("不显示"), null))));
        tiles.add(new Tile(
                "补上后覆盖率提高",
                GapWords.points(gap.gain()) + " 个百分点",
                "本缺口需求行 ÷ " + scope + "全部需求行。",
                List.of(
                        new Fact("本缺口需求行", Figures.number(demand.lines()), null),
                        new Fact(
                                scope + "全部需求行",
                                gap.gain()
                                        .map(Rate::denominator)
                                        .map(Figures::number)
                                        .orElse("—"),
                                GapViews.rate(asOf, city)),
                        new Fact("金额口径最多提高", award(gap), null))));
        tiles.add(new Tile(
                "从什么时候起",
                gap.firstSeen().map(Figures::date).orElse("—"),
                "第一次有需求行没有合格产品的那天。",
                List.of(
                        new Fact("状态", Labels.of(gap.state()), null),
                        new Fact("补上于", gap.metOn().map(Figures::date).orElse("还没有"), null),
                        new Fact("跟进", gap.follower().orElse("没有"), null),
                        new Fact("已请关注的企业", Figures.number(gap.firmsTold()) + " 家", null))));
        return tiles;
    }

    private static String award(GapItem gap) {
        return gap.awardGain().isEmpty() ? "不显示" : "约 " + GapWords.points(gap.awardGain()) + " 个百分点";
    }

    private static String text(List<String> parts) {
        return parts.isEmpty() ? Figures.MISSING : String.join("，", parts);
    }

    private static Month month(GapDetail.Month it) {
        return new Month(it.month(), Figures.number(it.came()), Figures.number(it.unmet()));
    }

    private static Near near(NearProduct it) {
        return new Near(
                it.product(),
                it.productName(),
                it.firm(),
                it.firmName(),
                it.lines() == 0 ? GapWords.HIDDEN : Figures.number(it.lines()),
                GapWords.changes(it));
    }

    private static Maker maker(GapDetail.Maker it) {
        return new Maker(
                it.firm(),
                it.name(),
                it.cities().isEmpty()
                        ? "三市以外"
                        : it.cities().stream().map(City::label).collect(Collectors.joining("、")),
                Figures.number(it.products()),
                it.near());
    }

    private static Own own(GapDetail.OwnLine it) {
        return new Own(
                it.requirement() == null ? null : "/requirements/" + it.requirement() + "/answers/" + it.number(),
                it.name(),
                it.postedOn().toString(),
                Labels.of(it.coverage()));
    }

    private Event event(GapDetail.Event it) {
        String firm = it.told().map(told -> "：" + told.firmName()).orElse("");
        return new Event(
                Labels.of("gapEvent", it.kind().code()) + firm,
                it.day() + "（" + Moments.minute(it.at(), clock.getZone()) + " 记录）",
                it.by(),
                it.note().orElse(null));
    }

    private static Actions actions(GapDetail detail, @Nullable RuleViolation refused, Typed typed) {
        boolean closed = detail.gap().state() == GapState.CLOSED;
        boolean free = detail.gap().follower().isEmpty();
        // A form that was refused stays, with what was typed.
        return new Actions(
                (!closed && free) || typed.form() == Form.TAKE,
                detail.followsItself() || typed.form() == Form.RELEASE,
                !closed,
                firms(detail, typed.firm()),
                new Notes(typed.in(Form.TAKE), typed.in(Form.RELEASE), typed.in(Form.TELL)),
                Optional.ofNullable(refused).map(RuleViolation::detail).orElse(null));
    }

    /** Those that are near first, then all that make things of the category. */
    private static List<Option> firms(GapDetail detail, String chosen) {
        List<Option> options = new ArrayList<>();
        detail.gap().nearest().stream()
                .limit(NEAREST)
                .map(it ->
                        new Option(it.firm(), it.firmName() + "（最接近）", it.firm().equals(chosen)))
                .distinct()
                .forEach(options::add);
        detail.makers().stream()
                .filter(it -> options.stream().noneMatch(there -> there.value().equals(it.firm())))
                .map(it -> new Option(it.firm(), it.name(), it.firm().equals(chosen)))
                .forEach(options::add);
        return options;
    }
}
