package org.xiangpei.matching.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Categories;
import org.xiangpei.catalog.Category;
import org.xiangpei.catalog.ProductProfiles;
import org.xiangpei.catalog.web.CatalogOptions;
import org.xiangpei.catalog.web.ProductCard;
import org.xiangpei.matching.Candidate;
import org.xiangpei.matching.ClauseResult;
import org.xiangpei.matching.Coverage;
import org.xiangpei.matching.Judgement;
import org.xiangpei.matching.LineMatch;
import org.xiangpei.matching.Verdict;
import org.xiangpei.matching.web.MatchView.Answer;
import org.xiangpei.matching.web.MatchView.CandidateView;
import org.xiangpei.matching.web.MatchView.Group;
import org.xiangpei.matching.web.MatchView.Link;
import org.xiangpei.matching.web.MatchView.Need;
import org.xiangpei.requirement.web.ClauseFields;
import org.xiangpei.requirement.web.ClauseForm;
import org.xiangpei.requirement.web.FormProblems;
import org.xiangpei.search.CatalogSearch;
import org.xiangpei.search.Facet;
import org.xiangpei.search.ListingStatus;
import org.xiangpei.search.SearchQuery;
import org.xiangpei.search.SearchSort;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.web.Address;

/** Puts the match page together: what was typed, what can be asked, and the candidates with their evidence. */
@ApplicationScoped
public class MatchViews {

    private static final int LIKELY = 4;
    private static final int GAPS = 2;

    private final Categories categories;
    private final CatalogOptions choices;
    private final ClauseFields fields;
    private final ProductProfiles products;
    private final CatalogSearch search;

    MatchViews(
            Categories categories,
            CatalogOptions choices,
            ClauseFields fields,
            ProductProfiles products,
            CatalogSearch search) {
        this.categories = categories;
        this.choices = choices;
        this.fields = fields;
        this.products = products;
        this.search = search;
    }

    Map<String, String> kinds(ClauseForm form) {
        return fields.kinds(form);
    }

    @Transactional
    MatchView empty(ClauseForm form) {
        return view(form, FormProblems.NONE, null, List.of());
    }

    @Transactional
    MatchView refused(ClauseForm form, FormProblems problems) {
        return view(form, problems, null, List.of());
    }

    @Transactional
    MatchView answered(ClauseForm form, LineMatch found, LocalDate day) {
        return view(
                form,
                FormProblems.NONE,
                answer(found, day),
                form.text("category").isEmpty() ? likely(form, day) : List.of());
    }

    private MatchView view(ClauseForm form, FormProblems problems, @Nullable Answer answer, List<Link> likely) {
        List<Category> all = categories.list("order by details.chain, details.name");
        return new MatchView(
                need(form, all),
                choices.of(null, form.text("category")).categories(),
                fields.of(form, problems.byClause()),
                problems.others(),
                answer,
                likely);
    }

    private static Need need(ClauseForm form, List<Category> all) {
        String category = form.text("category");
        String city = form.text("deliverTo");
        return new Need(
                form.text("name"),
                category,
                all.stream()
                        .filter(it -> it.code().equals(category))
                        .map(it -> it.details().name())
                        .findFirst()
                        .orElse(""),
                form.text("quantity"),
                form.text("unit"),
                city,
                City.of(city).map(City::label).orElse(city),
                form.text("neededBy"));
    }

    /** Candidates by their verdict, with a card of each as of that day. */
    public Answer answer(LineMatch found, LocalDate day) {
        Map<String, ProductCard> cards =
                products
                        .list(found.candidates().stream()
                                .map(Candidate::productCode)
                                .toList())
                        .stream()
                        .map(product -> ProductCard.of(product, day))
                        .collect(Collectors.toMap(ProductCard::code, card -> card));
        return new Answer(
                Labels.of(found.coverage()),
                tone(found.coverage()),
                day.toString(),
                found.line().criteria().size(),
                Stream.of(Verdict.values())
                        .map(verdict -> group(verdict, found, cards))
                        .filter(group -> !group.candidates().isEmpty())
                        .toList());
    }

    private static Group group(Verdict verdict, LineMatch found, Map<String, ProductCard> cards) {
        String meaning =
                switch (verdict) {
                    case QUALIFIED -> "必须条款全部满足";
                    case POSSIBLE -> "没有不满足的必须条款，但有没写明的，请向企业确认";
                    case NEAR_MISS -> "至少一条必须条款不满足，差在哪里一看便知";
                };
        return new Group(
                verdict.code(),
                Labels.of(verdict),
                meaning,
                tone(verdict),
                found.candidates().stream()
                        .filter(candidate -> candidate.verdict() == verdict)
                        .flatMap(candidate -> Stream.ofNullable(cards.get(candidate.productCode()))
                                .map(card -> CandidateView.of(candidate, card)))
                        .toList());
    }

    public static String tone(Coverage coverage) {
        return switch (coverage) {
            case QUALIFIED -> "pass";
            case POSSIBLE, FOUND -> "unknown";
            case NONE -> "fail";
        };
    }

    public static String tone(Verdict verdict) {
        return switch (verdict) {
            case QUALIFIED -> "pass";
            case POSSIBLE -> "unknown";
            case NEAR_MISS -> "fail";
        };
    }

    /** What a candidate fails, else what it does not state, of the mandatory clauses. */
    public static String gap(Candidate it) {
        List<Judgement> gaps = it.clauses().stream()
                .filter(clause -> clause.criterion().mandatory() && clause.result() == decisive(it.verdict()))
                .toList();
        if (gaps.isEmpty()) {
            return "";
        }
        String named = gaps.stream()
                .limit(GAPS)
                .map(clause -> clause.result() == ClauseResult.FAIL
                        ? clause.label() + "要求 " + clause.required() + "，产品 " + clause.offered()
                        : clause.label())
                .collect(Collectors.joining("；"));
        String more = gaps.size() > GAPS ? " 等 " + gaps.size() + " 条" : "";
        return (it.verdict() == Verdict.POSSIBLE ? "未载明：" : "") + named + more;
    }

    private static ClauseResult decisive(Verdict verdict) {
        return switch (verdict) {
            case QUALIFIED, NEAR_MISS -> ClauseResult.FAIL;
            case POSSIBLE -> ClauseResult.UNKNOWN;
        };
    }

    /** The categories of what the name finds, for an officer who has not chosen one yet. */
    private List<Link> likely(ClauseForm form, LocalDate day) {
        var query = new SearchQuery(
                form.text("name"), Map.<Facet, Set<String>>of(), ListingStatus.VALID, day, SearchSort.RELEVANCE, 1, 1);
        return search.search(query).facets().getOrDefault(Facet.CATEGORY, List.of()).stream()
                .limit(LIKELY)
                .flatMap(count -> categories.findByIdOptional(count.value()).stream())
                .map(category -> new Link(category.details().name(), choosing(form, category.code())))
                .toList();
    }

    private static String choosing(ClauseForm form, String category) {
        Address address = Address.of("/match");
        for (String name : List.of("name", "quantity", "unit", "deliverTo", "neededBy")) {
            address = address.and(name, form.text(name));
        }
        return address.and("category", category).toString();
    }
}
