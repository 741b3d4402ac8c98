package org.xiangpei.catalog.web;

import java.time.LocalDate;

import org.xiangpei.catalog.FirmProfile.CertificateOf;
import org.xiangpei.shared.web.Figures;

/** A certificate as a row of a page. */
public record CertificateView(String type, String number, String owner, String issuer, ValidityView validity) {

    static CertificateView of(CertificateOf it, LocalDate day) {
        String issuer = it.details().issuer();
        return new CertificateView(
                it.key().type(),
                it.key().number(),
                it.key().productCode() == null ? "企业" : "本产品",
                issuer == null ? Figures.MISSING : issuer,
                ValidityView.of(it.details().validity(), day));
    }
}
