package org.xiangpei.matching;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.xiangpei.catalog.Firm;
import org.xiangpei.catalog.Product;
import org.xiangpei.requirement.CheckedLine;
import org.xiangpei.requirement.RequirementReader;
import org.xiangpei.requirement.StatedLine;
import org.xiangpei.requirement.Vocabularies;
import org.xiangpei.requirement.Vocabulary;
import org.xiangpei.search.CandidateQuery;
import org.xiangpei.search.CatalogSearch;
import org.xiangpei.search.CatalogSearch.Scored;
import org.xiangpei.shared.City;
import org.xiangpei.shared.RuleViolation;

/**
 * Answers requirement lines with listed products, each clause judged on evidence (design section 4). Lines of one
 * category share what is known of it, so that a bill of materials costs little more than one line.
 */
@ApplicationScoped
public class Matcher {

    /** Without a category everything resembles a little; who is further down was not meant. */
    private static final int FOUND_BY_WORDS = 20;

    /** Lines that are judged together. */
    private static final int AT_ONCE = 50;

    private final CatalogSearch search;
    private final Vocabularies vocabularies;
    private final FactsLoader factsLoader;
    private final MatchingConfig config;

    Matcher(CatalogSearch search, Vocabularies vocabularies, FactsLoader factsLoader, MatchingConfig config) {
        this.search = search;
        this.vocabularies = vocabularies;
        this.factsLoader = factsLoader;
        this.config = config;
    }

    /**
     * The answers in the order of the lines.
     *
     * @throws RuleViolation {@code bad-requirement} with every line and clause that makes no sense
     */
    public List<LineMatch> match(MatchRequest request) {
        return match(
                request.lines().stream().map(StatedLine::of).toList(),
                new MatchOptions(request.asOf(), request.limit(), request.nearMisses()));
    }

    /** As {@link #match(MatchRequest)}, for lines as they come from outside. */
    public List<LineMatch> match(List<StatedLine> stated, MatchOptions options) {
        return match(stated, Collections.nCopies(stated.size(), options));
    }

    /** As {@link #match(MatchRequest)}, each line by the options of its place, for lines posted on different days. */
    List<LineMatch> match(List<StatedLine> stated, List<MatchOptions> options) {
        return judge(
                stated,
                options.stream().map(MatchOptions::asOf).toList(),
                (place, line) -> match(line, options.get(place)));
    }

    /**
     * The answers in the order of the lines without their wording, to be kept; as {@link #match(MatchRequest)} in all else.
     *
     * @param asOf only products listed and valid on it are candidates
     */
    public List<Answered> answer(List<StatedLine> stated, LocalDate asOf) {
        return judge(stated, Collections.nCopies(stated.size(), asOf), (place, line) -> Answered.of(line));
    }

    /** As {@link #answer}, each line as of its own day, with what keeps it from being met. */
    List<Shortfall> shortfalls(List<StatedLine> stated, List<LocalDate> days) {
        return judge(stated, days, (place, line) -> Shortfall.of(line));
    }

    /**
     * Judges these products for one line, whether a search for it finds them or not; those not listed on the day, and those of another
     * category than the line names, are left out.
     */
    public LineMatch matchOnly(StatedLine stated, Set<String> products, MatchOptions options) {
        Vocabulary vocabulary = vocabularies.load();
        CheckedLine line = RequirementReader.read(List.of(stated), vocabulary).getFirst();
        Map<String, ProductFacts> facts = factsLoader.open(vocabulary).of(products);
        return match(judge(new Asked(line, options.asOf()), facts.values(), Map.of()), options);
    }

    /**
     * Every candidate of a line with the bare result of every clause, in no order: for counting what clauses leave.
     *
     * @throws RuleViolation {@code bad-requirement}
     */
    Field field(StatedLine stated, LocalDate asOf) {
        Vocabulary vocabulary = vocabularies.load();
        var asked =
                new Asked(RequirementReader.read(List.of(stated), vocabulary).getFirst(), asOf);
        List<ProductFacts> candidates = candidates(List.of(asked), factsLoader.open(vocabulary))
                .getFirst()
                .facts();
        var judge = new LineJudge(asked.line(), asked.day());
        return new Field(
                asked.line(),
                candidates.stream()
                        .filter(asked::hasCandidate)
                        .map(known -> judge.judge(known, 0))
                        .toList());
    }

    /** A line and all that could answer it. */
    record Field(CheckedLine line, List<Judged> judged) {}

    /**
     * Some products judged by lines, in the order of the lines: of a line that names its category all products of it, of another those
     * that its words find among the first.
     *
     * @throws RuleViolation {@code bad-requirement} as {@link #match(MatchRequest)}
     */
    public List<LineMatch> judge(List<StatedLine> stated, Set<String> products, LocalDate asOf) {
        RequirementReader.checkCount(stated);
        Vocabulary vocabulary = vocabularies.load();
        Map<String, ProductFacts> facts = factsLoader.open(vocabulary).of(products);
        var options = new MatchOptions(asOf, Math.max(1, products.size()), true);
        return RequirementReader.read(stated, vocabulary).stream()
                .map(line -> new Asked(line, asOf))
                .map(asked -> asked.category() == null
                        ? judge(asked, found(asked, facts), scores(found(asked)))
                        : judge(asked, facts.values(), Map.of()))
                .map(line -> match(line, options))
                .toList();
    }

    private List<ProductFacts> found(Asked asked, Map<String, ProductFacts> facts) {
        return found(asked).stream()
                .limit(FOUND_BY_WORDS)
                .flatMap(it -> Stream.ofNullable(facts.get(it.productCode())))
                .toList();
    }

    private List<Scored> found(Asked asked) {
        return search.candidates(asked.query(config.judgedPerLine()));
    }

    /** What is made of a line and what was judged for it. */
    private interface Use<T> {
        T of(int place, JudgedLine line);
    }

    /**
     * Judges the lines some at a time, those of one category together, so that no more facts and findings are in memory than these need; on
     * all processors, as judging reads nothing.
     */
    private <T> List<T> judge(List<StatedLine> stated, List<LocalDate> days, Use<T> use) {
        RequirementReader.checkCount(stated);
        Vocabulary vocabulary = vocabularies.load();
        List<CheckedLine> lines = RequirementReader.read(stated, vocabulary);
        Facts facts = factsLoader.open(vocabulary);
        List<Asked> asked = IntStream.range(0, lines.size())
                .mapToObj(place -> new Asked(lines.get(place), days.get(place)))
                .toList();
        List<Integer> places = IntStream.range(0, lines.size())
                .boxed()
                .sorted(Comparator.comparing(asked::get, Asked.ALIKE_TOGETHER))
                .toList();
        var results = new HashMap<Integer, T>();
        for (int from = 0; from < places.size(); from += AT_ONCE) {
            List<Integer> some = places.subList(from, Math.min(from + AT_ONCE, places.size()));
            List<Candidates> candidates =
                    candidates(some.stream().map(asked::get).toList(), facts);
            List<T> used = IntStream.range(0, some.size())
                    .parallel()
                    .mapToObj(index -> use.of(some.get(index), judge(candidates.get(index))))
                    .toList();
            IntStream.range(0, some.size()).forEach(index -> results.put(some.get(index), used.get(index)));
        }
        return IntStream.range(0, lines.size())
                .mapToObj(place -> Objects.requireNonNull(results.get(place)))
                .toList();
    }

    /**
     * A line, what could answer it, and how well the words fit.
     *
     * @param scores by product; of those that are missing the words say nothing
     */
    private record Candidates(Asked asked, List<ProductFacts> facts, Map<String, Double> scores) {}

    /**
     * With a category all products of it are judged, as a qualified one must not be missed for its words; the index gives them an order.
     * Without one the index finds them.
     */
    private List<Candidates> candidates(List<Asked> asked, Facts facts) {
        Map<CandidateQuery, List<Scored>> found = retrieve(asked);
        Map<String, List<ProductFacts>> ofCategories = facts.ofCategories(
                asked.stream().flatMap(it -> Stream.ofNullable(it.category())).collect(Collectors.toSet()));
        Map<String, ProductFacts> byWords = facts.of(asked.stream()
                .filter(it -> it.category() == null)
                .flatMap(it -> found.getOrDefault(it.query(config.judgedPerLine()), List.of()).stream())
                .map(Scored::productCode)
                .collect(Collectors.toSet()));
        return asked.stream()
                .map(it -> {
                    List<Scored> scored = found.getOrDefault(it.query(config.judgedPerLine()), List.of());
                    List<ProductFacts> candidates = it.category() == null
                            ? scored.stream()
                                    .flatMap(one -> Stream.ofNullable(byWords.get(one.productCode())))
                                    .toList()
                            : ofCategories.getOrDefault(it.category(), List.of());
                    return new Candidates(it, candidates, scores(scored));
                })
                .toList();
    }

    /** A bill of materials often asks the same twice, and searching is most of the work: each question once, on all cores. */
    private Map<CandidateQuery, List<Scored>> retrieve(List<Asked> asked) {
        return asked.stream().map(it -> it.query(config.judgedPerLine())).collect(Collectors.toSet()).parallelStream()
                .collect(Collectors.toConcurrentMap(Function.identity(), search::candidates));
    }

    private static Map<String, Double> scores(List<Scored> scored) {
        return scored.stream().collect(Collectors.toMap(Scored::productCode, Scored::score, (one, other) -> one));
    }

    private JudgedLine judge(Candidates of) {
        return judge(of.asked(), of.facts(), of.scores());
    }

    private JudgedLine judge(Asked asked, Collection<ProductFacts> facts, Map<String, Double> scores) {
        var judge = new LineJudge(asked.line(), asked.day());
        List<Judged> judged = facts.stream()
                .filter(asked::hasCandidate)
                .map(known -> judge.judge(known, scores.getOrDefault(known.code(), 0.0)))
                .sorted(Ranking.of(Margins.of(asked.line(), asked.asOf()), config.equalTermsPreference()))
                .toList();
        return new JudgedLine(asked.line(), asked.day(), judged);
    }

    private static LineMatch match(JudgedLine line, MatchOptions options) {
        List<Candidate> shown = line.judged().stream()
                .filter(it -> options.nearMisses() || it.verdict() != Verdict.NEAR_MISS)
                .limit(options.limit())
                .map(it -> candidate(line.checked(), it, line.day()))
                .toList();
        return new LineMatch(line.checked().line(), line.coverage(), shown);
    }

    private static Candidate candidate(CheckedLine line, Judged judged, LocalDate day) {
        ProductFacts facts = judged.facts();
        Product.Details product = facts.product();
        Firm.Details firm = facts.firm();
        return new Candidate(
                facts.code(),
                product.name(),
                product.model(),
                product.firmCode(),
                firm.name(),
                firm.cityCode(),
                firm.productionCities().stream().map(City::code).toList(),
                product.provenance(),
                product.validUntil(),
                product.validity().endsBefore(day),
                judged.verdict(),
                judged.score(),
                judgements(line, judged, day));
    }

    private static List<Judgement> judgements(CheckedLine line, Judged judged, LocalDate day) {
        return IntStream.range(0, line.clauses().size())
                .mapToObj(index ->
                        Wording.of(line.clauses().get(index), judged.findings().get(index), judged.facts(), day))
                .toList();
    }
}
