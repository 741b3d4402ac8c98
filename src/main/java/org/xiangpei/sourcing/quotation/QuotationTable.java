package org.xiangpei.sourcing.quotation;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.xiangpei.shared.FieldError;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.tabular.Columns;
import org.xiangpei.shared.tabular.Row;
import org.xiangpei.shared.tabular.RowErrors;
import org.xiangpei.shared.tabular.Sheet;
import org.xiangpei.shared.tabular.TabularFiles;
import org.xiangpei.sourcing.Inquiries;
import org.xiangpei.sourcing.InquiryLine;
import org.xiangpei.sourcing.Respondent;
import org.xiangpei.sourcing.quotation.LineText.BreakText;
import org.xiangpei.sourcing.quotation.LineText.ReplyText;

import static org.xiangpei.sourcing.quotation.QuotationSheets.BREAKS;
import static org.xiangpei.sourcing.quotation.QuotationSheets.FREIGHT;
import static org.xiangpei.sourcing.quotation.QuotationSheets.LEAD;
import static org.xiangpei.sourcing.quotation.QuotationSheets.LINES;
import static org.xiangpei.sourcing.quotation.QuotationSheets.LOCAL;
import static org.xiangpei.sourcing.quotation.QuotationSheets.MINIMUM;
import static org.xiangpei.sourcing.quotation.QuotationSheets.NOTE;
import static org.xiangpei.sourcing.quotation.QuotationSheets.NUMBER;
import static org.xiangpei.sourcing.quotation.QuotationSheets.OF_LINES;
import static org.xiangpei.sourcing.quotation.QuotationSheets.OF_WHOLE;
import static org.xiangpei.sourcing.quotation.QuotationSheets.PLACE;
import static org.xiangpei.sourcing.quotation.QuotationSheets.PRICE;
import static org.xiangpei.sourcing.quotation.QuotationSheets.PRODUCT;
import static org.xiangpei.sourcing.quotation.QuotationSheets.REPLY_NOTE;
import static org.xiangpei.sourcing.quotation.QuotationSheets.TAX;
import static org.xiangpei.sourcing.quotation.QuotationSheets.VALID_UNTIL;
import static org.xiangpei.sourcing.quotation.QuotationSheets.WHOLE;

/**
 * Takes a filled workbook as the draft: the sheets that {@link QuotationWorkbook} writes. All of it, or nothing with every cell that is
 * wrong.
 */
@ApplicationScoped
public class QuotationTable {

    /** The columns by the fields that the reader of offers names. */
    private static final Map<String, String> COLUMN_OF = Map.of(
            "unitPrice", PRICE,
            "taxRate", TAX,
            "minimumOrder", MINIMUM,
            "leadDays", LEAD,
            "freight", FREIGHT,
            "product", PRODUCT,
            "productionRegion", PLACE,
            "localContent", LOCAL);

    private final TabularFiles files;
    private final OwnQuotations quotations;
    private final Inquiries inquiries;

    QuotationTable(TabularFiles files, OwnQuotations quotations, Inquiries inquiries) {
        this.files = files;
        this.quotations = quotations;
        this.inquiries = inquiries;
    }

    /**
     * Reads the workbook into the draft.
     *
     * @param name as the sender calls the file
     * @return how many lines it quotes
     * @throws RuleViolation {@code invalid-rows} with every {@link org.xiangpei.shared.tabular.RowError}; what
     *     {@link TabularFiles#read(String, Path, RowErrors)} says of a file that is none; {@code too-late}
     */
    @Transactional
    public int take(Respondent by, String name, Path file) {
        RowErrors errors = files.newErrors();
        List<Sheet> sheets = files.read(name, file, errors);
        Map<Integer, Row> rows = rowsByLine(by, sheet(sheets, LINES, OF_LINES), errors);
        Map<Integer, List<ReplyText>> replies = ReplyRows.read(
                find(sheets, QuotationSheets.CLAUSES, QuotationSheets.OF_CLAUSES),
                inquiries.lines(by.inquiry()),
                errors);
        Map<Integer, LineText> lines = new LinkedHashMap<>();
        rows.forEach((number, row) -> lines.put(number, text(row, replies.getOrDefault(number, List.of()))));
        check(by, rows, lines);
        HeadText head = head(by, sheets, errors);
        errors.requireNone();
        quotations.rewrite(by, head, lines);
        return Math.toIntExact(
                lines.values().stream().filter(it -> !it.isBlank()).count());
    }

    private static Sheet sheet(List<Sheet> sheets, String name, Columns columns) {
        return find(sheets, name, columns)
                .orElseThrow(() ->
                        new RuleViolation("file-format", "文件里没有工作表“" + name + "”。请先下载本次询价的报价表，填好后上传，不要改工作表和列的名称。"));
    }

    private static Optional<Sheet> find(List<Sheet> sheets, String name, Columns columns) {
        return sheets.stream()
                .filter(it -> it.name().strip().equals(name))
                .findFirst()
                .or(() -> sheets.stream().filter(columns::fit).findFirst());
    }

    private Map<Integer, Row> rowsByLine(Respondent by, Sheet sheet, RowErrors errors) {
        Set<Integer> asked =
                inquiries.lines(by.inquiry()).stream().map(InquiryLine::number).collect(Collectors.toSet());
        var rows = new LinkedHashMap<Integer, Row>();
        for (Row row : OF_LINES.rows(sheet, errors)) {
            Integer number = row.require(NUMBER, row.integer(NUMBER), 0);
            if (row.failed()) {
                continue;
            }
            if (!asked.contains(number)) {
                row.error(NUMBER, "询价没有这一行；行号应为 1 到 " + asked.size());
            } else if (rows.putIfAbsent(number, row) != null) {
                row.error(NUMBER, "这一行写了不止一次");
            }
        }
        return rows;
    }

    private static LineText text(Row row, List<ReplyText> replies) {
        return new LineText(
                row.cell(PRODUCT),
                row.cell(PRICE),
                row.cell(TAX).replace("%", "").replace("％", ""),
                breaks(row),
                row.cell(MINIMUM),
                row.cell(LEAD),
                row.cell(FREIGHT),
                row.cell(PLACE),
                row.cell(LOCAL).replace("%", "").replace("％", ""),
                replies,
                row.cell(NOTE));
    }

    /** Written as {@code 100:95.5; 500:90}: from how much on, and at what price. */
    private static List<BreakText> breaks(Row row) {
        var breaks = new ArrayList<BreakText>();
        if (row.empty(BREAKS)) {
            return breaks;
        }
        for (String part : row.cell(BREAKS).split("[;；\n]")) {
            String[] ends = part.strip().split("[:：]", -1);
            if (ends.length != 2) {
                row.error(BREAKS, "应写作 起始数量:单价，几档之间用分号隔开，例如 100:95.5; 500:90");
                return List.of();
            }
            breaks.add(new BreakText(ends[0].strip(), ends[1].strip()));
        }
        if (breaks.size() > Lengths.MOST_BREAKS) {
            row.error(BREAKS, "最多 " + Lengths.MOST_BREAKS + " 档");
        }
        return breaks;
    }

    private void check(Respondent by, Map<Integer, Row> rows, Map<Integer, LineText> lines) {
        OfferReader reader = quotations.reader(by);
        rows.forEach((number, row) -> {
            LineText text = lines.getOrDefault(number, LineText.EMPTY);
            tooLong(row, text);
            for (FieldError fault : reader.faults(number, text)) {
                String field = fault.pointer().replaceFirst("^lines\\[\\d+]\\.", "");
                if (field.startsWith("breaks")) {
                    row.error(BREAKS, fault.detail());
                } else if (!field.startsWith("replies")) {
                    row.error(COLUMN_OF.getOrDefault(field, NUMBER), fault.detail());
                }
            }
        });
    }

    private static void tooLong(Row row, LineText text) {
        try {
            Lengths.require(text);
        } catch (RuleViolation tooLong) {
            row.error(NOTE, tooLong.detail());
        }
    }

    /** As it was where the file does not say. */
    private HeadText head(Respondent by, List<Sheet> sheets, RowErrors errors) {
        HeadText before = quotations.find(by).map(it -> it.head().text()).orElse(HeadText.EMPTY);
        Optional<Row> row = find(sheets, WHOLE, OF_WHOLE)
                .flatMap(it -> OF_WHOLE.rows(it, errors).stream().findFirst());
        if (row.isEmpty()) {
            return before;
        }
        LocalDate until = row.get().date(VALID_UNTIL);
        var head = new HeadText(until == null ? "" : until.toString(), row.get().cell(REPLY_NOTE));
        quotations.reader(by).faults(head).forEach(it -> row.get().error(VALID_UNTIL, it.detail()));
        if (head.note().length() > Lengths.NOTE) {
            row.get().error(REPLY_NOTE, "最多 " + Lengths.NOTE + " 个字符");
        }
        return head;
    }
}
