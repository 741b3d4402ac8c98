package org.xiangpei.requirement;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import org.xiangpei.shared.BuyerKind;
import org.xiangpei.shared.LoadedData;
import org.xiangpei.shared.Provenance;
import org.xiangpei.shared.StartupOrder;
import org.xiangpei.shared.tabular.BadCell;
import org.xiangpei.shared.tabular.Columns;
import org.xiangpei.shared.tabular.Row;
import org.xiangpei.shared.tabular.RowErrors;
import org.xiangpei.shared.tabular.TabularFiles;

/** Loads the illustrative requirement lines into a new database, once, unless {@code xiangpei.load-sample} is off. */
@ApplicationScoped
public class SampleLines {

    /** The columns of the file, in its order. */
    public static final List<String> HEADER = List.of(
            "code",
            "buyer_code",
            "buyer_name",
            "buyer_kind",
            "buyer_city",
            "posted_on",
            "name",
            "category",
            "quantity",
            "unit",
            "needed_by",
            "estimated_amount",
            "criteria",
            "provenance",
            "source");

    private static final Columns COLUMNS = Columns.required(HEADER.toArray(String[]::new));

    private final Path file;
    private final boolean wanted;
    private final TabularFiles files;
    private final PostedLines lines;
    private final LoadedData loaded;
    private final Clock clock;

    SampleLines(
            @ConfigProperty(name = "xiangpei.catalog-data", defaultValue = "catalog-data") Path folder,
            @ConfigProperty(name = "xiangpei.load-sample", defaultValue = "true") boolean wanted,
            TabularFiles files,
            PostedLines lines,
            LoadedData loaded,
            Clock clock) {
        this.file = folder.resolve("demo/requirement_lines.csv");
        this.wanted = wanted;
        this.files = files;
        this.lines = lines;
        this.loaded = loaded;
        this.clock = clock;
    }

    void atStart(@Observes @Priority(StartupOrder.LEDGER) StartupEvent start) {
        if (wanted && Files.isRegularFile(file)) {
            loaded.once("demo requirement lines", file, this::load);
        }
    }

    private void load() {
        RowErrors errors = files.newErrors();
        var sheet = files.read("requirement_lines.csv", file, errors).getFirst();
        List<PostedLine> read =
                COLUMNS.rows(sheet, errors).stream().map(this::line).toList();
        errors.requireNone();
        lines.persist(read);
    }

    /** Known from the beginning of the day on which it was posted. */
    private PostedLine line(Row row) {
        LocalDate postedOn = row.requireDate("posted_on");
        return new PostedLine(
                row.requireText("code"),
                new PostedLine.Details(
                        row.requireText("buyer_code"),
                        row.requireText("buyer_name"),
                        row.code("buyer_kind", BuyerKind.class),
                        row.requireRegion("buyer_city"),
                        postedOn,
                        row.requireText("name"),
                        row.requireText("category"),
                        row.decimal("quantity"),
                        row.text("unit"),
                        row.date("needed_by"),
                        row.money("estimated_amount"),
                        row.require("criteria", row.read("criteria", SampleLines::criteria), List.of()),
                        row.requireCode("provenance", Provenance.class),
                        row.text("source"),
                        null,
                        null,
                        true,
                        postedOn.atStartOfDay(clock.getZone()).toInstant()));
    }

    private static List<Criterion> criteria(String cell) {
        try {
            return CriteriaText.read(cell);
        } catch (IllegalArgumentException e) {
            throw new BadCell(e.getMessage() == null ? "条款写法有误" : e.getMessage());
        }
    }
}
