package org.xiangpei.audit.web;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.function.Consumer;

import jakarta.ws.rs.core.StreamingOutput;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

import org.xiangpei.audit.Author;
import org.xiangpei.audit.Deed;
import org.xiangpei.audit.Entry;
import org.xiangpei.shared.tabular.FormulaGuard;

/** Entries as CSV, a row each; begins with the UTF-8 mark, without which spreadsheets garble Chinese. */
final class AuditCsv {

    static final String TYPE = "text/csv";

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader(
                    "序号", "时间", "登录名", "姓名", "单位", "地址", "动作", "对象类别", "对象编码", "对象名称", "所属市", "变更前", "变更后", "原因", "哈希")
            .get();

    private AuditCsv() {}

    /** @param entries hands one entry after the other over */
    static StreamingOutput of(ZoneId zone, Consumer<Consumer<Entry>> entries) {
        return out -> {
            var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            writer.write('\uFEFF');
            var printer = new CSVPrinter(writer, FORMAT);
            try {
                entries.accept(entry -> print(printer, entry, zone));
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            printer.flush();
        };
    }

    private static void print(CSVPrinter printer, Entry entry, ZoneId zone) {
        try {
            printer.print(entry.seq());
            for (String cell : cells(entry, zone)) {
                printer.print(FormulaGuard.harmless(cell));
            }
            printer.println();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Iterable<@Nullable String> cells(Entry entry, ZoneId zone) {
        Author author = entry.deed().author();
        Deed.Target target = entry.deed().target();
        return Arrays.asList(
                EntryView.time(entry.at(), zone),
                author.login(),
                author.name(),
                author.organizationName(),
                author.address(),
                EntryView.action(entry.deed().action()),
                EntryView.subject(target.type()),
                target.code(),
                target.name(),
                EntryView.city(target.city()),
                entry.deed().before(),
                entry.deed().after(),
                entry.deed().reason(),
                entry.link().hash());
    }
}
