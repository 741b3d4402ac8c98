package org.xiangpei.sourcing.quotation.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import jakarta.ws.rs.core.MultivaluedMap;

import org.xiangpei.sourcing.quotation.Dossier;
import org.xiangpei.sourcing.quotation.HeadText;
import org.xiangpei.sourcing.quotation.Lengths;
import org.xiangpei.sourcing.quotation.LineText;
import org.xiangpei.sourcing.quotation.LineText.BreakText;
import org.xiangpei.sourcing.quotation.LineText.ReplyText;

/** Reads the forms of a quotation as they were typed. */
final class LineForm {

    private LineForm() {}

    /** @param clauses how many the line has */
    static LineText line(MultivaluedMap<String, String> sent, int clauses) {
        var breaks = new ArrayList<BreakText>();
        for (int i = 0; i < Lengths.MOST_BREAKS; i++) {
            breaks.add(new BreakText(typed(sent, "breaks-" + i + "-from"), typed(sent, "breaks-" + i + "-unitPrice")));
        }
        return new LineText(
                typed(sent, "product"),
                typed(sent, "unitPrice"),
                typed(sent, "taxRate"),
                breaks,
                typed(sent, "minimumOrder"),
                typed(sent, "leadDays"),
                typed(sent, "freight"),
                typed(sent, "productionRegion"),
                typed(sent, "localContent"),
                replies(sent, clauses),
                typed(sent, "note"));
    }

    private static List<ReplyText> replies(MultivaluedMap<String, String> sent, int clauses) {
        var replies = new ArrayList<ReplyText>();
        for (int i = 0; i < clauses; i++) {
            String at = "replies-" + i + "-";
            replies.add(new ReplyText(typed(sent, at + "reply"), typed(sent, at + "value"), typed(sent, at + "note")));
        }
        return replies;
    }

    static HeadText head(MultivaluedMap<String, String> sent) {
        return new HeadText(typed(sent, "validUntil"), typed(sent, "note"));
    }

    /** A form without its version is taken for an outdated one: nothing is overwritten then. */
    static Dossier.Seen seen(MultivaluedMap<String, String> sent) {
        String version = sent.getFirst("seen");
        boolean known = version != null && version.matches("\\d{1,9}");
        return new Dossier.Seen(known ? Integer.parseInt(version) : -1, typed(sent, "form"));
    }

    private static String typed(MultivaluedMap<String, String> sent, String field) {
        return Objects.requireNonNullElse(sent.getFirst(field), "").strip().replace("\r\n", "\n");
    }
}
