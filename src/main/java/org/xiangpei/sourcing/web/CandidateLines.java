package org.xiangpei.sourcing.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.xiangpei.catalog.Categories;
import org.xiangpei.matching.Candidate;
import org.xiangpei.matching.LineMatch;
import org.xiangpei.matching.MatchOptions;
import org.xiangpei.matching.Matcher;
import org.xiangpei.matching.web.MatchViews;
import org.xiangpei.requirement.RequirementLine;
import org.xiangpei.requirement.StatedLine;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.web.Figures;
import org.xiangpei.sourcing.web.CandidateLine.Offer;

/** Matches lines now, for a buyer to choose whom to ask. The order is that of the match: place does not count (design rule 3). */
@ApplicationScoped
class CandidateLines {

    private static final int SHOWN = 6;
    private static final int MOST = 40;

    private final Matcher matcher;
    private final Categories categories;
    private final Clock clock;

    CandidateLines(Matcher matcher, Categories categories, Clock clock) {
        this.matcher = matcher;
        this.categories = categories;
        this.clock = clock;
    }

    /**
     * @param lines whose reference is the number by which they are chosen
     * @param chosen as {@code line:product}
     * @param invited codes of firms
     */
    List<CandidateLine> of(List<RequirementLine> lines, Set<String> chosen, Set<String> invited) {
        if (lines.isEmpty()) {
            return List.of();
        }
        var options = new MatchOptions(LocalDate.now(clock), MOST, true);
        List<LineMatch> matches =
                matcher.match(lines.stream().map(StatedLine::of).toList(), options);
        var shown = new ArrayList<CandidateLine>();
        for (int i = 0; i < lines.size(); i++) {
            shown.add(line(lines.get(i), matches.get(i), chosen, invited));
        }
        return shown;
    }

    private CandidateLine line(RequirementLine line, LineMatch match, Set<String> chosen, Set<String> invited) {
        List<Offer> offers = match.candidates().stream()
                .map(it -> offer(line.ref(), it, chosen, invited))
                .toList();
        return new CandidateLine(
                Integer.parseInt(line.ref()),
                line.name(),
                detail(line),
                offers.stream().limit(SHOWN).toList(),
                offers.stream().skip(SHOWN).toList());
    }

    private static Offer offer(String line, Candidate it, Set<String> chosen, Set<String> invited) {
        String value = line + ":" + it.productCode();
        return new Offer(
                value,
                it.productCode(),
                it.model() == null ? it.productName() : it.productName() + " " + it.model(),
                it.firmCode(),
                it.firmName(),
                places(it),
                Labels.of(it.verdict()),
                MatchViews.tone(it.verdict()),
                MatchViews.gap(it),
                it.expiresBeforeNeeded(),
                chosen.contains(value),
                invited.contains(it.firmCode()));
    }

    private static String places(Candidate it) {
        String cities = it.productionCities().stream()
                .flatMap(code -> City.of(code).stream())
                .map(City::label)
                .collect(Collectors.joining("、"));
        return cities.isEmpty() ? "三市以外生产" : cities + "生产";
    }

    private String detail(RequirementLine line) {
        String category = line.category() == null
                ? "未定品类"
                : categories
                        .findByIdOptional(line.category())
                        .map(it -> it.details().name())
                        .orElse(line.category());
        String quantity = line.quantity() == null
                ? ""
                : (Figures.number(line.quantity()) + " " + Objects.toString(line.unit(), "")).strip();
        return Stream.of(quantity, category).filter(it -> !it.isEmpty()).collect(Collectors.joining(" · "));
    }
}
