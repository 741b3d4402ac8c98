package org.xiangpei.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.xiangpei.requirement.CriteriaText;
import org.xiangpei.requirement.SampleLines;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The committed demonstration files are what the generator writes. After a change of the generator or of the catalogue write them anew:
 * {@code ./mvnw test -Dtest=DemoDataTest -Ddemo.write=true}
 */
class DemoDataTest {

    private static final Path PURCHASES = DemoFiles.DEMO.resolve("purchases.csv");
    private static final Path LINES = DemoFiles.DEMO.resolve("requirement_lines.csv");

    @BeforeAll
    static void writeThemWhenAsked() throws IOException {
        if (Boolean.getBoolean("demo.write")) {
            Files.createDirectories(DemoFiles.DEMO);
            Files.writeString(PURCHASES, purchases());
            Files.writeString(LINES, lines());
        }
    }

    @Test
    void purchasesAreWhatTheGeneratorWrites() {
        assertThat(PURCHASES).usingCharset("UTF-8").hasContent(purchases());
    }

    @Test
    void requirementLinesAreWhatTheGeneratorWrites() {
        assertThat(LINES).usingCharset("UTF-8").hasContent(lines());
    }

    @Test
    void everyRowAndEveryInventedNameIsMarkedAsSample() {
        assertThat(DemoFiles.read(PURCHASES)).hasSizeBetween(5000, 8000).allSatisfy(row -> {
            assertMarked(row);
            assertThat(row.get("supplier")).endsWith("（示例）");
        });
        assertThat(DemoFiles.read(LINES)).hasSizeBetween(500, 800).allSatisfy(DemoDataTest::assertMarked);
    }

    @Test
    void criteriaReadBackAsWritten() {
        assertThat(DemoFiles.read(LINES))
                .allSatisfy(row -> assertThat(CriteriaText.write(CriteriaText.read(row.get("criteria"))))
                        .isEqualTo(row.get("criteria")));
    }

    private static void assertMarked(CSVRecord row) {
        assertThat(row.get("provenance")).isEqualTo("illustrative");
        assertThat(row.get("buyer_name")).endsWith("（示例）");
    }

    private static String purchases() {
        return DemoFiles.write(DemoPurchases.HEADER, new DemoPurchases(new DemoCatalogue()).rows());
    }

    private static String lines() {
        return DemoFiles.write(SampleLines.HEADER, new DemoRequirements(new DemoCatalogue()).rows());
    }
}
