package org.xiangpei.matching;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.xiangpei.catalog.Firm;
import org.xiangpei.catalog.Product;
import org.xiangpei.requirement.CheckedLine;
import org.xiangpei.requirement.RequirementLine;
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
 * Answers requirement lines with listed products, each clause judged on evidence (design section 4). All lines of a request share
 * one load of facts, so that a bill of materials costs little more than one line.
 */
@ApplicationScoped
public class Matcher {

    /** Without a category everything resembles a little; who is further down was not meant. */
    private static final int FOUND_BY_WORDS = 20;

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
        List<JudgedLine> judged =
                judge(stated, options.stream().map(MatchOptions::asOf).toList());
        return IntStream.range(0, judged.size())
                .mapToObj(index -> match(judged.get(index), options.get(index)))
                .toList();
    }

    /**
     * The answers in the order of the lines without their wording, to be kept; as {@link #match(MatchRequest)} in all else.
     *
     * @param asOf only products listed and valid on it are candidates
     */
    public List<Answered> answer(List<StatedLine> stated, LocalDate asOf) {
        return judge(stated, Collections.nCopies(stated.size(), asOf)).stream()
                .map(Answered::of)
                .toList();
    }

    /** As {@link #answer}, each line as of its own day, with what keeps it from being met. */
    List<Shortfall> shortfalls(List<StatedLine> stated, List<LocalDate> days) {
        return judge(stated, days).stream().map(Shortfall::of).toList();
    }

    /**
     * Judges these products for one line, whether a search for it finds them or not; those not listed on the day, and those of another
     * category than the line names, are left out.
     */
    public LineMatch matchOnly(StatedLine stated, Set<String> products, MatchOptions options) {
        Vocabulary vocabulary = vocabularies.of(List.of(stated));
        CheckedLine line = RequirementReader.read(List.of(stated), vocabulary).getFirst();
        List<Scored> given =
                products.stream().sorted().map(code -> new Scored(code, 0)).toList();
        return match(judge(line, given, factsLoader.load(products, vocabulary), options.asOf()), options);
    }

    private List<JudgedLine> judge(List<StatedLine> stated, List<LocalDate> days) {
        RequirementReader.checkCount(stated);
        Vocabulary vocabulary = vocabularies.of(stated);
        List<CheckedLine> lines = RequirementReader.read(stated, vocabulary);
        List<List<Scored>> retrieved = retrieve(lines, days);
        Set<String> codes = retrieved.stream()
                .flatMap(List::stream)
                .map(Scored::productCode)
                .collect(Collectors.toSet());
        Map<String, ProductFacts> facts = factsLoader.load(codes, vocabulary);
        return IntStream.range(0, lines.size())
                .mapToObj(index -> judge(lines.get(index), retrieved.get(index), facts, days.get(index)))
                .toList();
    }

    /**
     * Every candidate of a line with the bare result of every clause, in no order: for counting what clauses leave.
     *
     * @throws RuleViolation {@code bad-requirement}
     */
    Field field(StatedLine stated, LocalDate asOf) {
        Vocabulary vocabulary = vocabularies.of(List.of(stated));
        CheckedLine line = RequirementReader.read(List.of(stated), vocabulary).getFirst();
        List<Scored> found = search.candidates(query(line.line(), asOf));
        Map<String, ProductFacts> facts =
                factsLoader.load(found.stream().map(Scored::productCode).collect(Collectors.toSet()), vocabulary);
        LocalDate day = Objects.requireNonNullElse(line.line().neededBy(), asOf);
        return new Field(
                line,
                facts.values().stream()
                        .filter(known -> isCandidate(known, line.line(), asOf))
                        .map(known -> Judged.of(line, known, 0, day))
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
        Vocabulary vocabulary = vocabularies.of(stated);
        List<CheckedLine> lines = RequirementReader.read(stated, vocabulary);
        Map<String, ProductFacts> facts = factsLoader.load(products, vocabulary);
        List<Scored> all = products.stream().map(it -> new Scored(it, 0)).toList();
        var options = new MatchOptions(asOf, Math.max(1, products.size()), true);
        return lines.stream()
                .map(line -> judge(
                        line, line.line().category() == null ? found(line.line(), products, asOf) : all, facts, asOf))
                .map(line -> match(line, options))
                .toList();
    }

    private List<Scored> found(RequirementLine line, Set<String> products, LocalDate asOf) {
        return search.candidates(query(line, asOf)).stream()
                .limit(FOUND_BY_WORDS)
                .filter(it -> products.contains(it.productCode()))
                .toList();
    }

    /** A bill of materials often asks the same twice, and searching is most of the work: each question once, on all cores. */
    private List<List<Scored>> retrieve(List<CheckedLine> lines, List<LocalDate> days) {
        List<CandidateQuery> queries = IntStream.range(0, lines.size())
                .mapToObj(index -> query(lines.get(index).line(), days.get(index)))
                .toList();
        Map<CandidateQuery, List<Scored>> found = Set.copyOf(queries).parallelStream()
                .collect(Collectors.toConcurrentMap(Function.identity(), search::candidates));
        return queries.stream()
                .map(query -> found.getOrDefault(query, List.of()))
                .toList();
    }

    private CandidateQuery query(RequirementLine line, LocalDate asOf) {
        String text = Stream.of(line.name(), line.description())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return new CandidateQuery(text, line.category(), asOf, config.judgedPerLine());
    }

    private JudgedLine judge(
            CheckedLine line, List<Scored> retrieved, Map<String, ProductFacts> facts, LocalDate asOf) {
        LocalDate day = line.line().neededBy() == null ? asOf : line.line().neededBy();
        List<Judged> judged = retrieved.stream()
                .flatMap(scored -> Optional.ofNullable(facts.get(scored.productCode()))
                        .filter(known -> isCandidate(known, line.line(), asOf))
                        .map(known -> Judged.of(line, known, scored.score(), day))
                        .stream())
                .sorted(Ranking.of(Margins.of(line, asOf), config.equalTermsPreference()))
                .toList();
        return new JudgedLine(line, day, judged);
    }

    private static LineMatch match(JudgedLine line, MatchOptions options) {
        List<Candidate> shown = line.judged().stream()
                .filter(it -> options.nearMisses() || it.verdict() != Verdict.NEAR_MISS)
                .limit(options.limit())
                .map(it -> candidate(line.checked(), it, line.day()))
                .toList();
        return new LineMatch(line.checked().line(), line.coverage(), shown);
    }

    /** The index may lag behind the database, which is the truth. */
    private static boolean isCandidate(ProductFacts facts, RequirementLine line, LocalDate asOf) {
        return facts.listing().on(asOf)
                && (line.category() == null
                        || line.category().equals(facts.product().categoryCode()));
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
