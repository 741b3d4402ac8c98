package org.xiangpei.requirement.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Firms;
import org.xiangpei.catalog.Regions;
import org.xiangpei.requirement.Criterion;
import org.xiangpei.requirement.Edition;
import org.xiangpei.requirement.Head;
import org.xiangpei.requirement.KeptLine;
import org.xiangpei.requirement.LineState;
import org.xiangpei.requirement.Operator;
import org.xiangpei.requirement.PropertyTerm;
import org.xiangpei.requirement.Vocabularies;
import org.xiangpei.requirement.Vocabulary;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.units.Units;
import org.xiangpei.shared.web.Figures;

/** Says heads, lines and clauses in words. */
@ApplicationScoped
public class RequirementWords {

    private static final String NOTHING = "未填";
    private static final Map<String, String> DURATIONS = Map.of("d", "天", "wk", "周", "mo", "月");

    private final Vocabularies vocabularies;
    private final Regions regions;
    private final Firms firms;

    RequirementWords(Vocabularies vocabularies, Regions regions, Firms firms) {
        this.vocabularies = vocabularies;
        this.regions = regions;
        this.firms = firms;
    }

    public Vocabulary vocabulary() {
        return vocabularies.load();
    }

    /** A clause in one line, as {@code 额定载重量 不低于 1000 kg}; whether it is desired stands behind it. */
    public static String clause(Criterion it, @Nullable String category, Vocabulary vocabulary) {
        return named(it, category, vocabulary) + wish(it);
    }

    private static String named(Criterion it, @Nullable String category, Vocabulary vocabulary) {
        String value = value(it);
        return switch (it.operator()) {
            case HOLDS -> "持有证书 " + value;
            case CONFORMS_TO -> "符合标准 " + value;
            case DELIVERS_WITHIN -> "交货期不超过 " + plain(it.value()) + " " + duration(it.unit());
            case SUPPLIES -> "月供应不少于 " + value;
            case PRICE_AT_MOST -> "单价不超过 " + value + (it.unit() == null ? " 元" : "");
            default -> property(it, category, vocabulary) + " " + verb(it) + value;
        };
    }

    /** 天, 周 or 月 for a unit of a lead time; days where none is said. */
    static String duration(@Nullable String unit) {
        String shown = unit == null ? "d" : Units.display(unit);
        return DURATIONS.getOrDefault(shown, shown);
    }

    private static String verb(Criterion it) {
        return it.operator() == Operator.IS ? "" : Labels.of(it.operator()) + " ";
    }

    private static String property(Criterion it, @Nullable String category, Vocabulary vocabulary) {
        String code = Objects.requireNonNullElse(it.property(), "");
        return (category == null
                        ? List.<PropertyTerm>of()
                        : vocabulary.term(category, code).stream().toList())
                .stream()
                        .findFirst()
                        .or(() -> vocabulary.named(code).stream().findFirst())
                        .map(PropertyTerm::name)
                        .orElse(code);
    }

    private static String value(Criterion it) {
        String value = it.operator() == Operator.ONE_OF ? String.join("、", it.values()) : plain(it.value());
        String upper = it.valueMax() == null ? "" : "–" + it.valueMax();
        String unit = it.unit() == null ? "" : " " + (Units.known(it.unit()) ? Units.display(it.unit()) : it.unit());
        return value + upper + unit;
    }

    private static String plain(@Nullable String value) {
        return switch (value) {
            case null -> "";
            case "true" -> "是";
            case "false" -> "否";
            default -> value;
        };
    }

    private static String wish(Criterion it) {
        if (it.mandatory()) {
            return "";
        }
        return it.weight() == Criterion.LEAST_WEIGHT ? "（期望）" : "（期望 ×" + it.weight() + "）";
    }

    public static String category(KeptLine.Content line, Vocabulary vocabulary) {
        String code = line.category();
        return code == null ? "未定" : vocabulary.categoryName(code).orElse(code);
    }

    public static String quantity(KeptLine.Content line) {
        String unit = Objects.requireNonNullElse(line.unit(), "");
        return line.quantity() == null ? "" : (Figures.number(line.quantity()) + " " + unit).strip();
    }

    /** For its own organisation: with the budget. */
    static List<Fact> line(KeptLine.Content line, LineState state, Vocabulary vocabulary) {
        return List.of(
                new Fact("名称", filled(line.name())),
                new Fact("品类", category(line, vocabulary)),
                new Fact("说明", filled(line.description())),
                new Fact("数量", filled(quantity(line))),
                new Fact("预算", line.budget() == null ? NOTHING : Figures.money(line.budget())),
                new Fact("条款", filled(clauses(line, vocabulary))),
                new Fact("处理", Labels.of(state)));
    }

    private static String clauses(KeptLine.Content line, Vocabulary vocabulary) {
        return line.criteria().stream()
                .map(it -> clause(it, line.category(), vocabulary))
                .collect(Collectors.joining("；"));
    }

    /** For its own organisation: with the budget. */
    List<Fact> head(Head head) {
        return List.of(
                new Fact("名称", filled(head.title())),
                new Fact("交货地点", place(head.deliverTo())),
                new Fact(
                        "需要日期",
                        head.neededBy() == null ? NOTHING : head.neededBy().toString()),
                new Fact("预算", head.budget() == null ? NOTHING : Figures.money(head.budget())),
                new Fact("说明", filled(head.note())));
    }

    /** The head with how it was published. */
    @Transactional
    List<Fact> published(Edition.Published said) {
        var facts = new ArrayList<>(head(said.head()));
        facts.add(new Fact("发布范围", Labels.of(said.visibility())));
        facts.add(new Fact("指定企业", filled(firmNames(said.firms()))));
        facts.add(new Fact("单位名称", said.showsBuyer() ? "公开" : "不公开"));
        facts.add(new Fact("附件", filled(String.join("、", said.files()))));
        return facts;
    }

    private String firmNames(Set<String> codes) {
        return codes.isEmpty()
                ? ""
                : firms.list("code in ?1 order by details.name", codes).stream()
                        .map(it -> it.details().name())
                        .collect(Collectors.joining("、"));
    }

    /** The name of a place of delivery. */
    @Transactional
    public String place(@Nullable String code) {
        return code == null ? "不限" : regions.names().getOrDefault(code, code);
    }

    private static String filled(@Nullable String text) {
        return text == null || text.isEmpty() ? NOTHING : text;
    }
}
