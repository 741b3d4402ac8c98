package org.xiangpei.sourcing.quotation.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.FieldError;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.tabular.ErrorList;
import org.xiangpei.shared.tabular.RowError;
import org.xiangpei.sourcing.quotation.Dossier;
import org.xiangpei.sourcing.quotation.Offer;
import org.xiangpei.sourcing.quotation.OfferReader;
import org.xiangpei.sourcing.quotation.Submission;
import org.xiangpei.sourcing.quotation.web.QuotationView.Problem;
import org.xiangpei.sourcing.quotation.web.QuotationView.Refusal;

/** Says of a draft what keeps it from being sent in, and where that is mended. */
@ApplicationScoped
class DraftFaults {

    private static final Pattern LINE = Pattern.compile("^lines\\[(\\d+)]\\.(.*)$");

    boolean none(Dossier dossier, OfferReader reader) {
        return offer(dossier, reader) != null;
    }

    /** Whether what is sent in again now would be another offer. */
    boolean differs(Dossier dossier, Submission sent, OfferReader reader) {
        return !sent.offer().equals(offer(dossier, reader));
    }

    private static @Nullable Offer offer(Dossier dossier, OfferReader reader) {
        try {
            return reader.read(dossier);
        } catch (RuleViolation notReady) {
            return null;
        }
    }

    Refusal refusal(String inquiry, RuleViolation refused) {
        var problems = new ArrayList<Problem>();
        var cells = new ArrayList<RowError>();
        for (Record error : refused.errors()) {
            if (error instanceof RowError cell) {
                cells.add(cell);
            } else if (error instanceof FieldError(String pointer, String detail)) {
                problems.add(problem(inquiry, pointer, detail));
            }
        }
        return new Refusal(refused.detail(), problems, cells, cells.isEmpty() ? null : csv(cells));
    }

    private static Problem problem(String inquiry, String pointer, String detail) {
        Matcher line = LINE.matcher(pointer);
        if (line.matches()) {
            String page = "/invitations/" + inquiry + "/quotation/lines/" + line.group(1);
            return new Problem("第 " + line.group(1) + " 行：" + detail, page + "#" + Faults.field(pointer));
        }
        return new Problem(detail, pointer.equals("validUntil") ? "#validUntil" : "#lines");
    }

    private static String csv(List<RowError> errors) {
        return "data:text/csv;charset=utf-8;base64,"
                + Base64.getEncoder().encodeToString(ErrorList.csv(errors).getBytes(StandardCharsets.UTF_8));
    }
}
