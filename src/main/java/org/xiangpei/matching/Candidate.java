package org.xiangpei.matching;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.Provenance;

/**
 * A product in the answer to one line, with a judgement for every clause in the order asked.
 *
 * @param productionCities GB/T 2260 codes of the cities where the firm produces
 * @param expiresBeforeNeeded the recognition ends before the day the goods are needed
 * @param score fused retrieval score, only comparable inside one line
 */
public record Candidate(
        String productCode,
        String productName,
        @Nullable String model,
        String firmCode,
        String firmName,
        String firmCity,
        List<String> productionCities,
        Provenance provenance,
        @Nullable LocalDate validUntil,
        boolean expiresBeforeNeeded,
        Verdict verdict,
        double score,
        List<Judgement> clauses) {}
