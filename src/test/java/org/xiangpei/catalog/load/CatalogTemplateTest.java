package org.xiangpei.catalog.load;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.shared.tabular.RowErrors;
import org.xiangpei.shared.tabular.Sheet;
import org.xiangpei.shared.tabular.TabularFiles;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

/** The template is made of the readers' own columns, so what it holds can be read. */
@XiangpeiTest
class CatalogTemplateTest {

    @Inject
    CatalogTemplate template;

    @Inject
    CatalogImport catalog;

    @Inject
    TabularFiles files;

    @Test
    void theCatalogueAsItIsReadsBackAsAllUnchanged() {
        RowErrors errors = files.newErrors();
        ImportResult result = catalog.preview(sheets(template.workbook(true), errors), errors);
        assertThat(result.errors()).isEmpty();
        assertThat(result.changes()).isEmpty();
        assertThat(result.ignored()).isEmpty();
        assertThat(result.tables().stream().collect(toMap(TableCount::table, TableCount::unchanged)))
                .containsEntry("properties", 504)
                .containsEntry("firms", 150)
                .containsEntry("products", 263)
                .containsEntry("specifications", 1965)
                .containsEntry("certificates", 284)
                .containsEntry("equivalents", 42);
    }

    @Test
    void anEmptyTemplateHasEveryTableWithTheHeaderOfTheSample() {
        RowErrors errors = files.newErrors();
        List<Sheet> tables = sheets(template.workbook(false), errors).stream()
                .filter(sheet -> !sheet.name().equals("说明"))
                .toList();
        assertThat(tables)
                .extracting(Sheet::name)
                .containsExactly(
                        "regions",
                        "parks",
                        "categories",
                        "properties",
                        "enums",
                        "firms",
                        "products",
                        "specifications",
                        "certificates",
                        "equivalents");
        assertThat(tables).allSatisfy(sheet -> {
            assertThat(sheet.lines()).isEmpty();
            assertThat(sheet.header().cells())
                    .containsExactly(CatalogFiles.lines(sheet.name()).getFirst().split(","));
        });
        assertThat(catalog.preview(tables, errors).changes()).isEmpty();
    }

    @Test
    void everyColumnIsExplainedWithTheValuesThatItMayHave() {
        Sheet explained = sheets(template.workbook(false), files.newErrors()).getFirst();
        assertThat(explained.name()).isEqualTo("说明");
        assertThat(explained.lines())
                .hasSize(new CatalogTables(Clock.systemUTC())
                        .list().stream()
                                .filter(CatalogTable::hasFile)
                                .mapToInt(table -> table.columns().list().size())
                                .sum());
        assertThat(explained.lines())
                .allSatisfy(line -> assertThat(line.cells()).doesNotContain(""));
        assertThat(help(explained, "better")).contains("higher（越高越好）、lower（越低越好）、none（按需选定）、wider（范围越宽越好）");
        assertThat(help(explained, "scale")).contains("大型、中型、小型、微型");
        assertThat(help(explained, "price_low")).contains("单位为元");
    }

    private static String help(Sheet explained, String column) {
        return explained.lines().stream()
                .filter(line -> line.cells().get(1).equals(column))
                .flatMap(line -> Stream.of(line.cells().getLast()))
                .findFirst()
                .orElseThrow();
    }

    private List<Sheet> sheets(byte[] workbook, RowErrors errors) {
        return files.read("目录.xlsx", new ByteArrayInputStream(workbook), errors);
    }
}
