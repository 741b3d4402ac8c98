package org.xiangpei.audit.web;

import org.jspecify.annotations.Nullable;

import org.xiangpei.audit.Anchor;
import org.xiangpei.audit.TrailCheck;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.web.Figures;

/**
 * The outcome of a verification.
 *
 * @param entries how many were found right
 * @param at when
 * @param brokenAt the number of the entry at which the chain breaks; null when it is whole
 * @param flaw what is wrong there
 * @param last number and hash of the last entry that is right
 * @param sealing whether hashes can be made anew by who writes SQL
 */
public record VerificationView(
        String entries,
        String at,
        @Nullable String brokenAt,
        @Nullable String flaw,
        @Nullable String last,
        String sealing) {

    static VerificationView of(TrailCheck check, String at) {
        return new VerificationView(
                Figures.number(check.entries()),
                at,
                check.broken().map(it -> Figures.number(it.seq())).orElse(null),
                check.broken().map(it -> Labels.of(it.flaw())).orElse(null),
                check.last().map(Anchor::toString).orElse(null),
                check.sealedFrom().isPresent()
                        ? "从第 " + Figures.number(check.sealedFrom().getAsLong()) + " 条起有密钥签名"
                        : "没有启用密钥：能写数据库的人可以连同全部哈希一起重写，请把上面的校验凭据记在别处");
    }
}
