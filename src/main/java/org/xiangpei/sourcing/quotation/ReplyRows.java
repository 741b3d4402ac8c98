package org.xiangpei.sourcing.quotation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.xiangpei.shared.tabular.Row;
import org.xiangpei.shared.tabular.RowErrors;
import org.xiangpei.shared.tabular.Sheet;
import org.xiangpei.sourcing.InquiryLine;
import org.xiangpei.sourcing.quotation.LineText.ReplyText;

import static org.xiangpei.sourcing.quotation.QuotationSheets.CLAUSE;
import static org.xiangpei.sourcing.quotation.QuotationSheets.NUMBER;
import static org.xiangpei.sourcing.quotation.QuotationSheets.OF_CLAUSES;
import static org.xiangpei.sourcing.quotation.QuotationSheets.REPLY;
import static org.xiangpei.sourcing.quotation.QuotationSheets.REPLY_NOTE;
import static org.xiangpei.sourcing.quotation.QuotationSheets.VALUE;

/** Reads the sheet with the replies to the clauses. */
final class ReplyRows {

    private static final Map<String, String> REPLIES = Map.of(
            "满足",
            Reply.CONFIRMED.code(),
            "有偏离",
            Reply.DEVIATES.code(),
            "偏离",
            Reply.DEVIATES.code(),
            "未答复",
            Reply.UNANSWERED.code());

    private ReplyRows() {}

    /** By the number of the line, in the order of its clauses; none where the file has no such sheet. */
    static Map<Integer, List<ReplyText>> read(Optional<Sheet> sheet, List<InquiryLine> asked, RowErrors errors) {
        Map<Integer, Integer> clauses = asked.stream().collect(Collectors.toMap(InquiryLine::number, it -> it.criteria()
                .size()));
        Map<Integer, List<ReplyText>> replies = new LinkedHashMap<>();
        clauses.forEach(
                (number, count) -> replies.put(number, new ArrayList<>(Collections.nCopies(count, ReplyText.NONE))));
        sheet.ifPresent(it -> read(it, clauses, replies, errors));
        return replies;
    }

    private static void read(
            Sheet sheet, Map<Integer, Integer> clauses, Map<Integer, List<ReplyText>> replies, RowErrors errors) {
        var seen = new HashSet<List<Integer>>();
        for (Row row : OF_CLAUSES.rows(sheet, errors)) {
            Integer number = row.require(NUMBER, row.integer(NUMBER), 0);
            Integer clause = row.require(CLAUSE, row.integer(CLAUSE), 0);
            if (row.failed()) {
                continue;
            }
            if (clause < 1 || clause > clauses.getOrDefault(number, 0)) {
                row.error(CLAUSE, "询价第 " + number + " 行没有这一条");
            } else if (!seen.add(List.of(number, clause))) {
                row.error(CLAUSE, "这一条写了不止一次");
            } else {
                reply(row).ifPresent(it -> replies.getOrDefault(number, new ArrayList<>())
                        .set(clause - 1, it));
            }
        }
    }

    private static Optional<ReplyText> reply(Row row) {
        String written = row.cell(REPLY);
        String reply = written.isEmpty() ? Reply.UNANSWERED.code() : REPLIES.get(written);
        if (reply == null) {
            row.error(REPLY, "应为 满足、有偏离 或 未答复");
            return Optional.empty();
        }
        if (reply.equals(Reply.DEVIATES.code()) && row.empty(VALUE)) {
            row.error(VALUE, "有偏离的条款请写实际能做到的值");
        }
        if (row.cell(VALUE).length() > Lengths.VALUE) {
            row.error(VALUE, "最多 " + Lengths.VALUE + " 个字符");
        }
        if (row.cell(REPLY_NOTE).length() > Lengths.REPLY_NOTE) {
            row.error(REPLY_NOTE, "最多 " + Lengths.REPLY_NOTE + " 个字符");
        }
        return Optional.of(new ReplyText(reply, row.cell(VALUE), row.cell(REPLY_NOTE)));
    }
}
