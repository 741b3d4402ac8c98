package org.xiangpei.audit.web;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.xiangpei.audit.Anchor;
import org.xiangpei.audit.Flaw;
import org.xiangpei.audit.TrailCheck;
import org.xiangpei.shared.Labels;

/** What a verification of the trail found. */
@Schema(description = "Whether the trail is whole")
record VerificationResponse(
        boolean whole,

        @Schema(description = "How many entries were found right, up to the first break")
        long entries,

        @Schema(description = "number:hash of the last entry that is right, to be noted elsewhere") @Nullable
        String last,

        @Schema(description = "The first entry made with the key of the installation") @Nullable
        Long sealedFrom,

        @Schema(description = "The first break") @Nullable Break broken) {

    record Break(long seq, Flaw flaw, String detail) {}

    static VerificationResponse of(TrailCheck check) {
        return new VerificationResponse(
                check.isWhole(),
                check.entries(),
                check.last().map(Anchor::toString).orElse(null),
                check.sealedFrom().isPresent() ? check.sealedFrom().getAsLong() : null,
                check.broken()
                        .map(it -> new Break(it.seq(), it.flaw(), Labels.of(it.flaw())))
                        .orElse(null));
    }
}
