package org.xiangpei.recognition.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.recognition.web.ExaminationListView.Filter;
import org.xiangpei.shared.web.PageLinks;

/**
 * What of the recognitions has to be looked after.
 *
 * @param part which part is shown
 * @param lead what that is
 * @param products what ends, when that is shown
 * @param certificates what ends, when that is shown
 * @param reviews what is under review, when that is shown
 * @param revocations those, when they are shown
 * @param links null where all are on one page
 */
record ExpiryView(
        ExpiryPart part,
        String title,
        String lead,
        List<Filter> parts,
        List<Filter> days,
        List<Filter> cities,
        String total,
        List<ProductRow> products,
        List<CertificateRow> certificates,
        List<ReviewRow> reviews,
        List<RevocationView.Row> revocations,
        @Nullable PageLinks links) {

    /** @param tone of the badge */
    record ProductRow(
            String code,
            String name,
            String firmCode,
            String firm,
            String city,
            String until,
            String left,
            String tone,
            @Nullable String renewal,
            String renewalState) {}

    /** @param href of the product or firm that it belongs to */
    record CertificateRow(
            String type,
            String number,
            String owner,
            String href,
            String firm,
            String city,
            String until,
            String left,
            String tone) {}

    /** @param href of the filing or import that changes it */
    record ReviewRow(String code, String name, String firm, String change, String source, String href) {}
}
