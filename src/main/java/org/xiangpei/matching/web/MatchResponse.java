package org.xiangpei.matching.web;

import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.xiangpei.matching.Candidate;
import org.xiangpei.matching.ClauseResult;
import org.xiangpei.matching.Coverage;
import org.xiangpei.matching.Evidence;
import org.xiangpei.matching.Judgement;
import org.xiangpei.matching.LineMatch;
import org.xiangpei.matching.Verdict;
import org.xiangpei.requirement.Operator;
import org.xiangpei.shared.Provenance;

/** The JSON of the answer, lines and clauses in the order asked. */
record MatchResponse(LocalDate asOf, List<LineResponse> lines) {

    record LineResponse(
            String ref,

            @Schema(description = "The best that was found, shown or not")
            Coverage coverage,

            @Schema(description = "In their order: groups first, then fit")
            List<CandidateResponse> candidates) {}

    record CandidateResponse(
            ProductResponse product,
            Verdict verdict,

            @Schema(description = "How well the words fit; only comparable inside a line")
            double score,

            List<ClauseResponse> clauses) {}

    record ProductResponse(
            String code,
            String name,
            @Nullable String model,
            FirmResponse firm,

            @Schema(description = "illustrative: sample data that is nobody's real product")
            Provenance provenance,

            @Schema(description = "Last day of the listing; null when no source states one") @Nullable
            LocalDate validUntil,

            @Schema(description = "The listing ends before the goods are needed")
            boolean expiresBeforeNeeded) {}

    record FirmResponse(
            String code,
            String name,

            @Schema(description = "GB/T 2260 code of the city of registration")
            String city,

            List<String> productionCities) {}

    record ClauseResponse(
            @Nullable String property,
            Operator operator,

            @Schema(examples = "额定载重量") String label,
            @Schema(examples = "≥ 1000 kg") String required,

            @Schema(description = "In the buyer's unit where that is possible", examples = "1050 kg")
            String offered,

            @Schema(description = "unknown: nothing stated decides; a question to the manufacturer")
            ClauseResult result,

            boolean mandatory,

            @Schema(description = "How much a desired clause counts, 1 to 5; missing for a mandatory one")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            Integer weight,

            Evidence evidence) {

        static ClauseResponse of(Judgement judgement) {
            return new ClauseResponse(
                    judgement.criterion().property(),
                    judgement.criterion().operator(),
                    judgement.label(),
                    judgement.required(),
                    judgement.offered(),
                    judgement.result(),
                    judgement.criterion().mandatory(),
                    judgement.criterion().mandatory()
                            ? null
                            : judgement.criterion().weight(),
                    judgement.evidence());
        }
    }

    static MatchResponse of(LocalDate asOf, List<LineMatch> matches) {
        return new MatchResponse(asOf, matches.stream().map(MatchResponse::line).toList());
    }

    private static LineResponse line(LineMatch match) {
        return new LineResponse(
                match.line().ref(),
                coverage(match),
                match.candidates().stream().map(MatchResponse::candidate).toList());
    }

    /** The contract has three: what is only found by name is what its best candidate is. */
    private static Coverage coverage(LineMatch match) {
        if (match.coverage() != Coverage.FOUND) {
            return match.coverage();
        }
        boolean qualified = match.candidates().stream().anyMatch(it -> it.verdict() == Verdict.QUALIFIED);
        return qualified ? Coverage.QUALIFIED : Coverage.POSSIBLE;
    }

    private static CandidateResponse candidate(Candidate candidate) {
        var firm = new FirmResponse(
                candidate.firmCode(), candidate.firmName(), candidate.firmCity(), candidate.productionCities());
        var product = new ProductResponse(
                candidate.productCode(),
                candidate.productName(),
                candidate.model(),
                firm,
                candidate.provenance(),
                candidate.validUntil(),
                candidate.expiresBeforeNeeded());
        return new CandidateResponse(
                product,
                candidate.verdict(),
                candidate.score(),
                candidate.clauses().stream().map(ClauseResponse::of).toList());
    }
}
