package org.xiangpei.matching.answer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.xiangpei.catalog.ProductProfile;
import org.xiangpei.catalog.ProductProfile.Equivalent;
import org.xiangpei.catalog.ProductProfiles;
import org.xiangpei.matching.Candidate;
import org.xiangpei.matching.LineMatch;
import org.xiangpei.matching.MatchOptions;
import org.xiangpei.matching.Verdict;
import org.xiangpei.requirement.StatedLine;

import static java.util.stream.Collectors.toMap;

/**
 * Interchangeable parts (互认零配件) where the exact one fails. Equivalent is what the catalogue declares to be: members of one group,
 * on the key properties that the group names. Nothing is equivalent because it looks alike; what merely meets the clauses is a candidate
 * by itself.
 */
@ApplicationScoped
public class Equivalents {

    private static final Pattern KEYS = Pattern.compile("^key=([^;；]*)[;；]?\\s*(.*)$", Pattern.DOTALL);

    /** A model of three letters and digits stands in many a text by chance. */
    private static final int SHORTEST_MODEL = 5;

    private final ProductProfiles products;
    private final org.xiangpei.matching.Matcher matcher;
    private final EntityManager entities;

    Equivalents(ProductProfiles products, org.xiangpei.matching.Matcher matcher, EntityManager entities) {
        this.products = products;
        this.matcher = matcher;
        this.entities = entities;
    }

    /**
     * A product that fails, with parts of its group that do not.
     *
     * @param listed whether it is a candidate at all
     * @param note of the group: on what condition its members are interchangeable
     * @param keys codes of the properties on which they are said to agree
     */
    public record Replacement(
            ProductProfile missed,
            boolean listed,
            String groupName,
            String note,
            List<String> keys,
            List<Part> parts) {}

    /** A part with its judgement for the line. */
    public record Part(ProductProfile profile, Candidate candidate) {}

    private record Group(String code, String name, String note) {}

    /** For each product of the line that fails a mandatory clause, or that the line names by its model and that is not listed. */
    @Transactional
    public List<Replacement> of(LineAnswer answer) {
        return answer.match().map(match -> find(answer, match)).orElse(List.of());
    }

    private List<Replacement> find(LineAnswer answer, LineMatch match) {
        Set<String> candidates =
                match.candidates().stream().map(Candidate::productCode).collect(Collectors.toSet());
        List<String> failing = match.candidates().stream()
                .filter(it -> it.verdict() == Verdict.NEAR_MISS)
                .map(Candidate::productCode)
                .toList();
        List<String> named = named(answer).stream()
                .filter(code -> !candidates.contains(code))
                .toList();
        List<ProductProfile> missed = products
                .list(Stream.concat(named.stream(), failing.stream()).toList())
                .stream()
                .filter(it -> !it.equivalents().isEmpty())
                .toList();
        Map<String, Part> parts = parts(answer, missed);
        var replacements = new ArrayList<Replacement>();
        for (ProductProfile product : missed) {
            for (Group group : groups(product)) {
                List<Part> fit = product.equivalents().stream()
                        .filter(it -> it.groupCode().equals(group.code()))
                        .map(it -> parts.get(it.productCode()))
                        .filter(Objects::nonNull)
                        .toList();
                if (!fit.isEmpty()) {
                    replacements.add(replacement(product, candidates.contains(product.code()), group, fit));
                }
            }
        }
        return replacements;
    }

    private static Replacement replacement(ProductProfile missed, boolean listed, Group group, List<Part> fit) {
        Matcher keys = KEYS.matcher(group.note());
        boolean named = keys.matches();
        return new Replacement(
                missed,
                listed,
                group.name(),
                named ? keys.group(2) : group.note(),
                named
                        ? Arrays.stream(keys.group(1).split("\\|"))
                                .map(String::strip)
                                .filter(it -> !it.isEmpty())
                                .toList()
                        : List.of(),
                fit);
    }

    private static List<Group> groups(ProductProfile product) {
        return product.equivalents().stream()
                .map(it -> new Group(it.groupCode(), it.groupName(), it.note()))
                .collect(toMap(Group::code, it -> it, (one, other) -> one, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    /** Members of the groups that fit, judged for this line whether a search for it finds them or not. */
    private Map<String, Part> parts(LineAnswer answer, List<ProductProfile> missed) {
        Set<String> members = missed.stream()
                .flatMap(it -> it.equivalents().stream())
                .map(Equivalent::productCode)
                .collect(Collectors.toSet());
        if (members.isEmpty()) {
            return Map.of();
        }
        List<Candidate> fit = matcher.matchOnly(StatedLine.of(answer.line()), members, options(answer.asOf()))
                .candidates();
        Map<String, ProductProfile> profiles = products
                .list(fit.stream().map(Candidate::productCode).toList())
                .stream()
                .collect(toMap(ProductProfile::code, it -> it));
        return fit.stream()
                .filter(it -> profiles.containsKey(it.productCode()))
                .collect(toMap(
                        Candidate::productCode,
                        it -> new Part(Objects.requireNonNull(profiles.get(it.productCode())), it)));
    }

    private static MatchOptions options(LocalDate day) {
        return new MatchOptions(day, MatchOptions.MOST_CANDIDATES, false);
    }

    /** Products whose model stands in what the buyer wrote. */
    private List<String> named(LineAnswer answer) {
        String text = Stream.of(
                        answer.content().name(),
                        answer.content().description(),
                        answer.content().words())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
        return entities.createQuery("""
                        select code from Product where details.model is not null and length(details.model) >= :shortest
                            and locate(lower(details.model), lower(:text)) > 0
                            and (:category is null or details.categoryCode = :category)
                        order by code""", String.class)
                .setParameter("shortest", SHORTEST_MODEL)
                .setParameter("text", text)
                .setParameter("category", answer.content().category())
                .getResultList();
    }
}
