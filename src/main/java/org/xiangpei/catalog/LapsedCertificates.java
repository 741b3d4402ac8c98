package org.xiangpei.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import org.xiangpei.catalog.FirmProfile.CertificateOf;

/** Says of a product which of its certificates, or of its firm's, have ended and were not followed by another of that type (证书已过期). */
@ApplicationScoped
public class LapsedCertificates implements ProductFlags {

    @Override
    public List<Flag> of(ProductProfile product, LocalDate day) {
        return in(product.certificates(), day).stream()
                .map(it -> new Flag(
                        "证书已过期", "fail", spoken(it) + " 已于 " + it.details().validUntil() + " 过期。"))
                .toList();
    }

    private static String spoken(CertificateOf it) {
        return (it.key().productCode() == null ? "企业的 " : "产品的 ") + it.key().type() + "（"
                + it.key().number() + "）";
    }

    /** Those whose last day has passed, without those that another of the same type and owner has followed. */
    public static List<CertificateOf> in(List<CertificateOf> certificates, LocalDate day) {
        return certificates.stream()
                .filter(it -> it.details().validity().endsBefore(day))
                .filter(it -> certificates.stream().noneMatch(other -> follows(other, it, day)))
                .toList();
    }

    private static boolean follows(CertificateOf other, CertificateOf lapsed, LocalDate day) {
        return other.key().type().equals(lapsed.key().type())
                && Objects.equals(other.key().productCode(), lapsed.key().productCode())
                && Objects.equals(other.key().firmCode(), lapsed.key().firmCode())
                && other.details().validity().on(day);
    }
}
