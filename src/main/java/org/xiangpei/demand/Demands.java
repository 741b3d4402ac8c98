package org.xiangpei.demand;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.xiangpei.catalog.Product;
import org.xiangpei.catalog.Products;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Organization;
import org.xiangpei.identity.Organizations;
import org.xiangpei.matching.Candidate;
import org.xiangpei.matching.LineMatch;
import org.xiangpei.matching.Matcher;
import org.xiangpei.requirement.OpenDemand;
import org.xiangpei.requirement.OpenLine;
import org.xiangpei.requirement.Requirement;
import org.xiangpei.requirement.RequirementReader;
import org.xiangpei.requirement.StatedLine;
import org.xiangpei.requirement.Visibility;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;

/** The published lines that fit a firm: one of its products is a candidate, and the line is open to it. */
@ApplicationScoped
public class Demands {

    /** So many lines are judged for one look at the list; the page says so when there are more. */
    public static final int MOST = 2_000;

    private final OpenDemand demand;
    private final Organizations organizations;
    private final Products products;
    private final Matcher matcher;
    private final Clock clock;

    Demands(OpenDemand demand, Organizations organizations, Products products, Matcher matcher, Clock clock) {
        this.demand = demand;
        this.organizations = organizations;
        this.products = products;
        this.matcher = matcher;
        this.clock = clock;
    }

    /**
     * What was found.
     *
     * @param capped whether older lines were not looked at
     */
    public record Found(List<Fit> fits, boolean capped) {

        static final Found NOTHING = new Found(List.of(), false);
    }

    /** The firm of the catalogue that somebody speaks for. */
    @Transactional
    public Optional<String> firm(Actor actor) {
        return Optional.ofNullable(actor.organization())
                .flatMap(organizations::findByIdOptional)
                .flatMap(Organization::firmCode);
    }

    /**
     * The lines that fit the own firm, the newest first.
     *
     * @param requirement only of this one; empty for all
     */
    public Found find(Actor actor, String requirement) {
        return firm(actor).map(firm -> find(reader(actor, firm), requirement)).orElse(Found.NOTHING);
    }

    private Found find(OpenDemand.Reader reader, String requirement) {
        Map<String, String> own = own(reader.firm());
        List<OpenLine> lines = demand.list(reader, Set.copyOf(own.values()), requirement, MOST + 1);
        boolean capped = lines.size() > MOST;
        List<OpenLine> looked = capped ? lines.subList(0, MOST) : lines;
        var fits = new ArrayList<Fit>();
        for (int from = 0; from < looked.size(); from += RequirementReader.MOST_LINES) {
            fits.addAll(judge(
                    looked.subList(from, Math.min(from + RequirementReader.MOST_LINES, looked.size())), own.keySet()));
        }
        return new Found(
                fits.stream()
                        .filter(it -> !it.candidates().isEmpty() || it.of().visibility() == Visibility.CHOSEN)
                        .toList(),
                capped);
    }

    /** @throws NotFound when there is no such line, or it is not open to the own firm: codes must not be found by trying */
    public Fit get(Actor actor, String requirement, int number) {
        return firm(actor)
                .flatMap(firm -> demand.find(reader(actor, firm), requirement, number)
                        .map(line -> judge(List.of(line), own(firm).keySet()).getFirst()))
                .filter(it -> !it.candidates().isEmpty() || it.of().visibility() == Visibility.CHOSEN)
                .orElseThrow(() -> new NotFound("需求 " + requirement + " 的第 " + number + " 行"));
    }

    /**
     * A requirement of which a line fits the own firm.
     *
     * @throws NotFound when there is none
     */
    public Requirement readable(Actor actor, String requirement) {
        return find(actor, requirement).fits().stream()
                .findFirst()
                .map(Fit::of)
                .orElseThrow(() -> new NotFound("需求 " + requirement + " "));
    }

    private static OpenDemand.Reader reader(Actor actor, String firm) {
        return new OpenDemand.Reader(String.valueOf(actor.organization()), firm);
    }

    /** The categories of the firm's products by their code. */
    private Map<String, String> own(String firm) {
        return products.list("details.firmCode", firm).stream()
                .collect(Collectors.toMap(Product::code, it -> it.details().categoryCode()));
    }

    /** A line that cannot be read any more, since the catalogue has changed, must not hide the others. */
    private List<Fit> judge(List<OpenLine> lines, Set<String> own) {
        List<StatedLine> stated = IntStream.range(0, lines.size())
                .mapToObj(index -> stated(lines.get(index), index))
                .toList();
        try {
            List<LineMatch> matches = matcher.judge(stated, own, LocalDate.now(clock));
            return IntStream.range(0, lines.size())
                    .mapToObj(index -> fit(lines.get(index), matches.get(index).candidates()))
                    .toList();
        } catch (RuleViolation unreadable) {
            return lines.size() == 1
                    ? List.of(fit(lines.getFirst(), List.of()))
                    : lines.stream()
                            .flatMap(it -> judge(List.of(it), own).stream())
                            .toList();
        }
    }

    /** Lines of several requirements have the same numbers. */
    private static StatedLine stated(OpenLine line, int index) {
        StatedLine stated = StatedLine.of(line.line().line(line.of()));
        return new StatedLine(
                String.valueOf(index),
                stated.name(),
                stated.description(),
                stated.category(),
                stated.quantity(),
                stated.unit(),
                stated.deliverTo(),
                stated.neededBy(),
                stated.criteria());
    }

    private static Fit fit(OpenLine line, List<Candidate> candidates) {
        return new Fit(line.of(), line.line(), candidates);
    }
}
