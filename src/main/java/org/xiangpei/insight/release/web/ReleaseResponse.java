package org.xiangpei.insight.release.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.xiangpei.insight.release.Release;
import org.xiangpei.insight.release.Release.Said;
import org.xiangpei.insight.release.Release.Step;
import org.xiangpei.insight.release.ReleaseContent;
import org.xiangpei.insight.release.ReleasePart;
import org.xiangpei.insight.release.ReleaseState;
import org.xiangpei.shared.City;

/** What was released, without its figures: these are the file that {@code sha256} is of. */
@Schema(name = "Release")
record ReleaseResponse(
        @Schema(examples = "G20260701-7K3M-Q2XW") String code,

        @Schema(description = "GB/T 2260 code of a city, or 430000 for the three together", examples = "430200")
        String place,

        LocalDate from,
        LocalDate to,
        LocalDate asOf,
        List<ReleasePart> parts,
        ReleaseState state,
        Instant publishedAt,

        @Schema(description = "Of the bytes of the figures, which do not change")
        String sha256,

        @Nullable String supersedes,
        @Nullable String supersededBy,

        @Nullable @Schema(description = "Why it corrects another, or was withdrawn")
        String reason,

        @Nullable
        @Schema(
                description = "Where the figures are; none once they are withdrawn",
                examples = "/api/v1/releases/G20260701-7K3M-Q2XW")
        String figures) {

    /** @param release one that is public */
    static ReleaseResponse of(Release release) {
        return new ReleaseResponse(
                release.code(),
                release.city().map(City::code).orElse(ReleaseContent.REGION),
                release.from(),
                release.to(),
                release.asOf(),
                release.parts(),
                release.state(),
                release.publicSince().orElseThrow(),
                release.sha256(),
                release.supersedes(),
                release.supersededBy(),
                release.step(Said.WITHDRAWN).map(Step::reason).orElse(release.reason()),
                release.state().isOpen() ? "/api/v1/releases/" + release.code() : null);
    }
}
