package org.xiangpei.matching.answer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.xiangpei.matching.Answered;
import org.xiangpei.matching.answer.KeptAnswers.Due;
import org.xiangpei.requirement.KeptLine;
import org.xiangpei.requirement.LineState;
import org.xiangpei.requirement.Requirement;
import org.xiangpei.requirement.RequirementLine;
import org.xiangpei.requirement.StatedLine;
import org.xiangpei.search.CatalogIndex;
import org.xiangpei.shared.FieldError;
import org.xiangpei.shared.RuleViolation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

/** Matches lines that are due, some hundred in a transaction, so that a bill of any length goes on where a process was stopped. */
@ApplicationScoped
class AnswerMatching {

    private static final int AT_ONCE = 500;
    private static final Pattern FAULTY_LINE = Pattern.compile("lines\\[(\\d+)]");

    private final KeptAnswers answers;
    private final org.xiangpei.matching.Matcher matcher;
    private final AnswerNews news;
    private final CatalogIndex index;
    private final EntityManager entities;
    private final Clock clock;

    AnswerMatching(
            KeptAnswers answers,
            org.xiangpei.matching.Matcher matcher,
            AnswerNews news,
            CatalogIndex index,
            EntityManager entities,
            Clock clock) {
        this.answers = answers;
        this.matcher = matcher;
        this.news = news;
        this.index = index;
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * Looks through one requirement that was changed.
     *
     * @return whether there was one
     */
    @Transactional
    public boolean look() {
        Optional<String> code = answers.takeRequirement();
        code.ifPresent(this::look);
        return code.isPresent();
    }

    private void look(String code) {
        Requirement of = entities.find(Requirement.class, code);
        int after = 0;
        List<KeptLine> lines = listAskedAfter(code, after);
        while (!lines.isEmpty()) {
            answers.ask(lines.stream().map(line -> Asked.of(of, line)).toList());
            after = lines.getLast().number();
            lines.forEach(entities::detach);
            lines = listAskedAfter(code, after);
        }
        answers.forgetOthers(code);
    }

    private List<KeptLine> listAskedAfter(String code, int number) {
        return entities.createQuery(
                        "from KeptLine where requirement = ?1 and number > ?2 and state <> ?3 order by number",
                        KeptLine.class)
                .setParameter(1, code)
                .setParameter(2, number)
                .setParameter(3, LineState.DROPPED)
                .setMaxResults(AT_ONCE)
                .getResultList();
    }

    /**
     * Matches lines that are due.
     *
     * @return whether there were any
     */
    @Transactional
    public boolean matchSome() {
        List<Due> due = answers.takeDue(AT_ONCE);
        if (!due.isEmpty()) {
            // The change that made them due is committed; it must be found, also where the index of this process is a
            // moment behind.
            index.awaitIndexed();
            match(due);
        }
        return !due.isEmpty();
    }

    private void match(List<Due> due) {
        LocalDate today = LocalDate.now(clock);
        Map<String, Requirement> requirements = requirements(due);
        Map<Place, RequirementLine> lines = lines(due, requirements);
        List<Kept> kept = new ArrayList<>();
        Map<Place, Answered> found = new HashMap<>();
        Map<Place, String> wrong = new HashMap<>();
        List<Place> places =
                due.stream().map(Due::place).filter(lines::containsKey).toList();
        answer(places, lines, today, found, wrong);
        for (Place place : places) {
            kept.add(new Kept(
                    place,
                    today,
                    Optional.ofNullable(found.get(place)),
                    Optional.ofNullable(wrong.get(place)),
                    clock.instant()));
        }
        answers.keep(kept);
        due.stream()
                .filter(it -> found.containsKey(it.place()))
                .collect(groupingBy(it -> it.place().requirement()))
                .forEach((code, some) ->
                        Optional.ofNullable(requirements.get(code)).ifPresent(of -> news.tell(of, some, found)));
    }

    /** What cannot be matched is named in the refusal, and left out the second time. */
    private void answer(
            List<Place> places,
            Map<Place, RequirementLine> lines,
            LocalDate today,
            Map<Place, Answered> found,
            Map<Place, String> wrong) {
        List<Place> asked = places;
        while (!asked.isEmpty()) {
            try {
                List<Place> these = asked;
                List<Answered> answered = matcher.answer(
                        these.stream().map(place -> stated(place, lines)).toList(), today);
                IntStream.range(0, these.size()).forEach(at -> found.put(these.get(at), answered.get(at)));
                return;
            } catch (RuleViolation refused) {
                Map<Integer, String> faults = faults(refused);
                if (faults.isEmpty()) {
                    throw refused;
                }
                List<Place> before = asked;
                faults.forEach((at, why) -> wrong.put(before.get(at), why));
                asked = before.stream()
                        .filter(place -> !wrong.containsKey(place))
                        .toList();
            }
        }
    }

    private static Map<Integer, String> faults(RuleViolation refused) {
        var faults = new HashMap<Integer, String>();
        for (Record error : refused.errors()) {
            if (error instanceof FieldError field) {
                Matcher line = FAULTY_LINE.matcher(field.pointer());
                if (line.find()) {
                    faults.merge(
                            Integer.parseInt(line.group(1)),
                            field.detail().replaceFirst("^第 \\d+ 行(（[^）]*）)?(第)?", "$2"),
                            (one, other) -> one + "；" + other);
                }
            }
        }
        return faults;
    }

    /** References must differ in one request, and numbers do so in one requirement only. */
    private static StatedLine stated(Place place, Map<Place, RequirementLine> lines) {
        RequirementLine line = Objects.requireNonNull(lines.get(place));
        return StatedLine.of(new RequirementLine(
                place.requirement() + "-" + place.number(),
                line.name(),
                line.description(),
                line.category(),
                line.quantity(),
                line.unit(),
                line.deliverTo(),
                line.neededBy(),
                line.criteria()));
    }

    private Map<String, Requirement> requirements(Collection<Due> due) {
        Set<String> codes = new HashSet<>();
        due.forEach(it -> codes.add(it.place().requirement()));
        return entities.createQuery("from Requirement where code in ?1", Requirement.class)
                .setParameter(1, codes)
                .getResultStream()
                .collect(toMap(Requirement::code, it -> it));
    }

    private Map<Place, RequirementLine> lines(List<Due> due, Map<String, Requirement> requirements) {
        var lines = new HashMap<Place, RequirementLine>();
        due.stream()
                .collect(groupingBy(
                        it -> it.place().requirement(), mapping(it -> it.place().number(), toList())))
                .forEach((code, numbers) -> {
                    Requirement of = requirements.get(code);
                    if (of != null) {
                        entities.createQuery("from KeptLine where requirement = ?1 and number in ?2", KeptLine.class)
                                .setParameter(1, code)
                                .setParameter(2, numbers)
                                .getResultStream()
                                .forEach(it -> lines.put(new Place(code, it.number()), it.line(of)));
                    }
                });
        return lines;
    }
}
