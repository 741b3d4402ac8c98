package org.xiangpei.recognition;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

import org.xiangpei.identity.Actor;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.tabular.Columns;
import org.xiangpei.shared.tabular.Row;
import org.xiangpei.shared.tabular.RowError;
import org.xiangpei.shared.tabular.RowErrors;
import org.xiangpei.shared.tabular.Sheet;
import org.xiangpei.shared.tabular.TabularFiles;

/** Several products of one category at once (批量填报): a workbook to fill in, and its rows as drafts. */
@ApplicationScoped
public class FilingBatch {

    private static final String EXPLANATION = "说明";
    private static final String HEADER = "E8F0F8";
    private static final int WIDTH = 16;
    private static final int HINT_WIDTH = 60;

    private final Filings filings;
    private final CategoryForms forms;
    private final TabularFiles files;
    private final Clock clock;

    FilingBatch(Filings filings, CategoryForms forms, TabularFiles files, Clock clock) {
        this.filings = filings;
        this.forms = forms;
        this.files = files;
        this.clock = clock;
    }

    /** @throws RuleViolation {@code invalid-filing} for a category that there is not */
    @Transactional
    public byte[] template(String category) {
        CategoryForm form = form(category);
        var headings = new FilingTable(form).headings();
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "Xiangpei", null)) {
            Worksheet sheet = workbook.newWorksheet(form.name());
            Worksheet explanation = workbook.newWorksheet(EXPLANATION);
            header(explanation, 0, "列");
            header(explanation, 1, "怎么填");
            explanation.width(0, WIDTH);
            explanation.width(1, HINT_WIDTH);
            for (int i = 0; i < headings.size(); i++) {
                header(sheet, i, headings.get(i).heading());
                sheet.width(i, WIDTH);
                explanation.value(i + 1, 0, headings.get(i).heading());
                explanation.value(i + 1, 1, headings.get(i).hint());
            }
            sheet.freezePane(1, 1);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing into memory cannot fail", e);
        }
        return out.toByteArray();
    }

    private static void header(Worksheet sheet, int column, String text) {
        sheet.value(0, column, text);
        sheet.style(0, column).bold().fillColor(HEADER).set();
    }

    private CategoryForm form(String category) {
        return forms.find(category).orElseThrow(() -> new RuleViolation("invalid-filing", "请选择品类，模板按品类的参数生成。"));
    }

    /**
     * Makes a draft of every row, or none where any row is wrong. What is only missing is no fault of a draft.
     *
     * @return how many drafts were made
     * @throws RuleViolation {@code invalid-rows} with the {@link RowError}s; of the file as {@link TabularFiles#read}
     */
    @Transactional
    public int take(Actor actor, String category, String fileName, Path content) {
        CategoryForm form = form(category);
        RowErrors errors = files.newErrors();
        Sheet sheet = sheet(files.read(fileName, content, errors), fileName);
        List<Statement> statements = read(sheet, form, errors);
        errors.requireNone();
        if (statements.isEmpty()) {
            throw new RuleViolation("file-empty", fileName + "：表中没有产品，请从第 2 行起填写。");
        }
        return filings.beginAll(actor, statements).size();
    }

    private static Sheet sheet(List<Sheet> sheets, String fileName) {
        return sheets.stream()
                .filter(it -> !it.name().equals(EXPLANATION))
                .findFirst()
                .orElseThrow(() -> new RuleViolation("file-empty", fileName + "：没有填写产品的工作表。请用本页的模板。"));
    }

    private List<Statement> read(Sheet sheet, CategoryForm form, RowErrors errors) {
        var table = new FilingTable(form);
        Columns columns = table.columns();
        LocalDate today = LocalDate.now(clock);
        Map<String, Integer> seen = new HashMap<>();
        var statements = new ArrayList<Statement>();
        for (Row row : columns.rows(sheet, errors)) {
            Statement statement = table.statement(row);
            checkName(row, statement, table, seen);
            StatementReader.read(statement, form, today).findings().stream()
                    .filter(it -> it.weight() == Finding.Weight.ERROR)
                    .forEach(it -> row.error(table.heading(it.field()), it.detail()));
            statements.add(statement);
        }
        return statements;
    }

    private static void checkName(Row row, Statement statement, FilingTable table, Map<String, Integer> seen) {
        String column = table.heading(StatementReader.NAME);
        if (statement.name().isEmpty()) {
            row.error(column, "必填，不能为空");
            return;
        }
        Integer before = seen.putIfAbsent(statement.name() + "\n" + statement.model(), row.number());
        if (before != null) {
            row.error(column, "与第 " + before + " 行的名称和型号相同，请只留一行或写明不同的型号");
        }
    }
}
