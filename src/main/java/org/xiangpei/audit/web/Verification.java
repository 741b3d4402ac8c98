package org.xiangpei.audit.web;

import java.util.Optional;

import io.quarkus.logging.Log;

import org.xiangpei.audit.Anchor;
import org.xiangpei.audit.CannotVerify;
import org.xiangpei.audit.TrailCheck;
import org.xiangpei.audit.TrailVerifier;
import org.xiangpei.shared.Unavailable;

/** A verification that somebody asks for over HTTP. */
final class Verification {

    private Verification() {}

    /** @throws Unavailable {@code cannot-verify} when nothing can be said */
    static TrailCheck run(TrailVerifier verifier, Optional<Anchor> noted) {
        try {
            TrailCheck check = verifier.verify(noted);
            check.broken()
                    .ifPresent(it -> Log.errorf("The audit trail is broken at entry %d: %s", it.seq(), it.flaw()));
            return check;
        } catch (CannotVerify e) {
            throw new Unavailable(
                    "cannot-verify", "现在不能校验审计记录，原因已写入日志，请告知管理员。", "The audit trail cannot be verified", e);
        }
    }
}
