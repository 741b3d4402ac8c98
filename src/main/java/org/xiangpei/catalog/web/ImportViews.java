package org.xiangpei.catalog.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.imports.Drift;
import org.xiangpei.catalog.imports.ImportHistory;
import org.xiangpei.catalog.imports.UploadSummary;
import org.xiangpei.catalog.load.RowChange;
import org.xiangpei.catalog.load.TableCount;
import org.xiangpei.catalog.web.ImportView.Notice;
import org.xiangpei.catalog.web.ImportView.Section;
import org.xiangpei.catalog.web.ImportView.TableRow;
import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Reach;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.Page;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.UploadState;
import org.xiangpei.shared.tabular.RowError;
import org.xiangpei.shared.web.Address;
import org.xiangpei.shared.web.Figures;
import org.xiangpei.shared.web.PageLinks;

/** Puts imports into words for their pages. */
@ApplicationScoped
class ImportViews {

    private static final String IMPORTS = "/catalog/imports";
    private static final int LISTED = 20;
    private static final int FIRST_ROWS = 10;
    private static final int ROWS = 50;
    private static final int ERRORS = 50;
    private static final int DRIFTS = 50;

    private final ImportHistory history;

    ImportViews(ImportHistory history) {
        this.history = history;
    }

    ImportsView list(Actor actor, int page, @Nullable String wrong) {
        Page<UploadSummary> found = history.page(actor, page, LISTED);
        return new ImportsView(
                reach(actor),
                wrong,
                found.items().stream().map(ImportHeads::row).toList(),
                Figures.number(found.total()),
                PageLinks.of(found, Address.of(IMPORTS)));
    }

    private static String reach(Actor actor) {
        return actor.reach(Action.IMPORT_CATALOGUE).filter(Reach.ALL::equals).isPresent()
                ? "您可以导入全部表。"
                : "您可以新增或改动登记在" + actor.city().map(City::label).orElse("本市")
                        + "的企业，以及它们的产品、参数和证书；其他行保持原样即可，整份文件可以直接上传。";
    }

    /** @param table only this one's rows, page by page; null for the first rows of each */
    ImportView one(Actor actor, String code, @Nullable String table, int page) {
        return view(actor, code, table, page, null, List.of(), List.of());
    }

    ImportView drifted(Actor actor, String code, List<Drift> drifts) {
        var notice = new Notice(
                "error",
                "没有导入：预览之后有变化",
                drifts.isEmpty()
                        ? "这份预览已在别处更新。下面是现在的预览，请核对后再确认。"
                        : "目录在预览之后被改动过，其中 " + Figures.number(drifts.size()) + " 行的结果与先前的预览不同，列在下面。请核对后再确认。");
        return view(actor, code, null, 1, notice, List.of(), drifts);
    }

    ImportView refused(Actor actor, String code, RuleViolation refused) {
        var notice = new Notice("error", Labels.of("problem", refused.code()), refused.detail());
        List<RowError> faults = refused.errors().stream()
                .filter(RowError.class::isInstance)
                .map(RowError.class::cast)
                .toList();
        return view(actor, code, null, 1, notice, faults, List.of());
    }

    private ImportView view(
            Actor actor,
            String code,
            @Nullable String table,
            int page,
            @Nullable Notice notice,
            List<RowError> faults,
            List<Drift> drifts) {
        UploadSummary upload = history.get(actor, code);
        Optional<Page<RowChange>> chosen = Optional.ofNullable(table).map(name -> chosen(actor, upload, name, page));
        return new ImportView(
                ImportHeads.row(upload),
                ImportHeads.facts(upload),
                upload.digest(),
                upload.state() == UploadState.PREVIEWED,
                upload.errorCount() == 0 && !upload.changesNothing(),
                upload.state() == UploadState.APPLIED,
                notice,
                faults.stream().limit(ERRORS).toList(),
                drifts.stream().limit(DRIFTS).map(ImportRows::drift).toList(),
                upload.tables().stream().map(count -> tableRow(code, count)).toList(),
                upload.ignored(),
                Figures.number(upload.errorCount()),
                table == null ? history.errors(actor, code, ERRORS) : List.of(),
                more(upload.errorCount(), ERRORS),
                table == null ? null : Labels.of("table", table),
                sections(actor, upload, table, chosen),
                chosen.map(rows -> PageLinks.of(rows, address(code, table))).orElse(null));
    }

    /** @throws NotFound when the upload has no such table */
    private Page<RowChange> chosen(Actor actor, UploadSummary upload, String table, int page) {
        if (upload.tables().stream().noneMatch(count -> count.table().equals(table))) {
            throw new NotFound("表 " + table + " ");
        }
        return history.rows(actor, upload.code(), table, page, ROWS);
    }

    private List<Section> sections(
            Actor actor, UploadSummary upload, @Nullable String table, Optional<Page<RowChange>> chosen) {
        if (table != null) {
            return List.of(section(upload.code(), table, chosen.orElseThrow(), ROWS));
        }
        var sections = new ArrayList<Section>();
        for (TableCount count : upload.tables()) {
            if (count.added() + count.changed() > 0) {
                Page<RowChange> rows = history.rows(actor, upload.code(), count.table(), 1, FIRST_ROWS);
                sections.add(section(upload.code(), count.table(), rows, FIRST_ROWS));
            }
        }
        return sections;
    }

    private static Section section(String code, String table, Page<RowChange> rows, int shown) {
        return new Section(
                table,
                Labels.of("table", table),
                rows.items().stream().map(ImportRows::changed).toList(),
                shown == ROWS ? "" : more(rows.total(), shown),
                address(code, table).toString());
    }

    private static Address address(String code, @Nullable String table) {
        return Address.of(IMPORTS + "/" + code).and("table", table);
    }

    private static String more(long all, int shown) {
        return all > shown ? Figures.number(all - shown) : "";
    }

    private static TableRow tableRow(String code, TableCount count) {
        boolean rows = count.added() + count.changed() > 0;
        return new TableRow(
                count.table(),
                Labels.of("table", count.table()),
                Figures.number(count.added()),
                Figures.number(count.changed()),
                Figures.number(count.unchanged()),
                Figures.number(count.wrong()),
                rows ? address(code, count.table()).toString() : null);
    }
}
