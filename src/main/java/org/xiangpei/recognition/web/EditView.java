package org.xiangpei.recognition.web;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.xiangpei.recognition.Statement.StatedCertificate;
import org.xiangpei.recognition.Statement.Supply;

/**
 * One page of the form.
 *
 * @param step the code of the page
 * @param marks what is to be said beside a field, by its id
 * @param returned why it was sent back; empty for a draft
 * @param refused why what was just tried does not count; null for none
 * @param typed a certificate that was refused, as it was typed
 * @param light what a renewal or change changes; null for what is filed from the beginning
 */
record EditView(
        String code,
        String name,
        String step,
        String stepName,
        List<StepLink> steps,
        Saved saved,
        Map<String, List<Mark>> marks,
        List<VerdictView> returned,
        @Nullable String refused,
        StatedCertificate typed,
        Body body,
        @Nullable Light light) {

    /**
     * What is not as it was recognised.
     *
     * @param renewal whether that nothing else has changed must be declared
     * @param keys the key specifications among it
     */
    record Light(String kind, boolean renewal, List<StatementRows.Row> changes, List<String> keys) {}

    /**
     * @param open how many things in its fields are in the way of sending it
     */
    record StepLink(String label, String href, boolean current, int open) {}

    /**
     * When it was saved, and what of this page is wrong or doubtful.
     *
     * @param wrong whether something of that cannot be sent
     */
    record Saved(String at, boolean wrong, List<Remark> remarks) {}

    /** @param href of the field */
    record Remark(String label, String text, String href) {}

    /** @param tone the class of the line: {@code wrong}, {@code doubt} or {@code meant} */
    record Mark(String tone, String text) {}

    /** What is stated; every page shows its part. */
    record Body(
            List<NewFilingView.Chain> chains,
            String name,
            String model,
            String description,
            List<FieldView> fields,
            String standards,
            List<CertificateRow> certificates,
            Supply supply,
            String homeList,
            List<GroundRow> grounds,
            Check check) {}

    /**
     * The field of a property.
     *
     * @param kind {@code quantity}, {@code enum}, {@code flag} or {@code text}
     * @param unit that is proposed, as a code
     * @param shown the same as a reader expects it
     */
    record FieldView(
            String id,
            String label,
            boolean required,
            String kind,
            String hint,
            String unit,
            String shown,
            String min,
            String max,
            String value,
            boolean unknown,
            List<String> options) {

        /** Whether it is a plain number, of which nobody needs to see the unit. */
        public boolean counted() {
            return shown.isEmpty() && unit.equals("1");
        }
    }

    /** @param paper where the paper can be saved; null when there is none */
    record CertificateRow(
            int position,
            String type,
            String number,
            String issuer,
            String validity,
            @Nullable String paper) {}

    record GroundRow(
            String code,
            String label,
            boolean chosen,
            String evidence,
            @Nullable String paper) {

        public String field() {
            return "ground-" + code;
        }
    }

    /** The list before sending. */
    record Check(boolean sendable, List<Remark> inTheWay, List<Remark> doubts, List<Remark> unknown) {}

    /** What is to be said beside a field. */
    public List<Mark> marks(String field) {
        return marks.getOrDefault(field, List.of());
    }
}
