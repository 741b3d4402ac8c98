package org.xiangpei.ledger;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Regions;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.tabular.BadCell;

/** Places of production as people write them, wherever they are asked for: any region of the country, or that nobody knows. */
@ApplicationScoped
public class ProductionPlaces {

    private final KnownCodesSource codes;
    private final Regions regions;

    ProductionPlaces(KnownCodesSource codes, Regions regions) {
        this.codes = codes;
        this.regions = regions;
    }

    /**
     * The GB/T 2260 code of a place.
     *
     * @return empty where the writer does not know
     * @throws RuleViolation {@code bad-place} for what is no place, saying what would be one
     */
    @Transactional
    public Optional<String> read(@Nullable String written) {
        String place = written == null ? "" : written.strip();
        if (KnownCodes.unknown(place)) {
            return Optional.empty();
        }
        var known =
                new KnownCodes(Map.of(), Map.of(), new KnownCodes.Firms(Set.of(), Map.of(), Map.of()), codes.regions());
        try {
            return Optional.of(known.region(place));
        } catch (BadCell wrong) {
            throw new RuleViolation("bad-place", "生产地“" + shortened(place) + "”" + wrong.reason());
        }
    }

    private static String shortened(String place) {
        return place.length() <= 40 ? place : place.substring(0, 40) + "…";
    }

    /** How a place reads: the name of the region, or of the province where it is kept no nearer. */
    @Transactional
    public String name(String code) {
        return regions.findByIdOptional(code)
                .map(it -> it.details().name())
                .or(() -> PlaceNames.nameOf(code))
                .orElse(code);
    }
}
