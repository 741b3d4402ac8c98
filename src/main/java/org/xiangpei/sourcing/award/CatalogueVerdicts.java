package org.xiangpei.sourcing.award;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.xiangpei.matching.Candidate;
import org.xiangpei.matching.LineMatch;
import org.xiangpei.matching.Matcher;
import org.xiangpei.requirement.StatedLine;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.sourcing.Inquiries;

/** What the catalogue itself says of the products that were offered, clause by clause, beside what their suppliers say. */
@ApplicationScoped
public class CatalogueVerdicts {

    private final Inquiries inquiries;
    private final Matcher matcher;
    private final Clock clock;

    CatalogueVerdicts(Inquiries inquiries, Matcher matcher, Clock clock) {
        this.inquiries = inquiries;
        this.matcher = matcher;
        this.clock = clock;
    }

    /** A product in a line. */
    private record Key(int line, String product) {}

    /** The verdicts for one inquiry. */
    public static final class Verdicts {

        private final Map<Key, Candidate> found;

        private Verdicts(Map<Key, Candidate> found) {
            this.found = Map.copyOf(found);
        }

        /** Empty for what is no product of the catalogue, is not listed today, or is of another category than the line asks for. */
        public Optional<Candidate> of(Asked asked, LineOffer offer) {
            String product = offer.offered().product();
            return product == null
                    ? Optional.empty()
                    : Optional.ofNullable(found.get(new Key(asked.number(), product)));
        }
    }

    /** By the catalogue of today. A line that the catalogue cannot match says nothing of any product. */
    @Transactional
    public Verdicts of(Comparison comparison) {
        Set<String> products = comparison.lines().stream()
                .flatMap(it -> it.offers().stream())
                .map(it -> it.offer().offered().product())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var found = new HashMap<Key, Candidate>();
        if (!products.isEmpty()) {
            matched(comparison, products).forEach(line -> line.candidates()
                    .forEach(
                            it -> found.put(new Key(Integer.parseInt(line.line().ref()), it.productCode()), it)));
        }
        return new Verdicts(found);
    }

    private List<LineMatch> matched(Comparison comparison, Set<String> products) {
        List<StatedLine> lines = inquiries.lines(comparison.inquiry().code()).stream()
                .map(it -> StatedLine.of(it.line(comparison.inquiry().terms())))
                .toList();
        try {
            return matcher.judge(lines, products, LocalDate.now(clock));
        } catch (RuleViolation unmatchable) {
            return List.of();
        }
    }
}
