package org.xiangpei.search.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;

import org.xiangpei.search.CatalogDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** A process is killed between the commit of the database and that of the index; the next one makes up for it. */
class KilledProcessIT {

    @TempDir
    Path temporary;

    @ParameterizedTest
    @CsvSource({
        "between-commit-and-indexing, 1",
        "while-indexing, 0",
        "while-indexing, 1",
        "while-indexing, 2",
        "while-writing, 150",
        "while-writing, 700"
    })
    void nothingThatWasCommittedIsMissing(String where, int number) throws Exception {
        PGSimpleDataSource database = CatalogDatabase.create();
        Path directory = temporary.resolve("index");
        Map<String, String> before = Engine.inDatabase(database);

        runAndDie(database, directory, where, number);

        Map<String, String> expected = Engine.inDatabase(database);
        assertThat(expected)
                .as("the process did change something before it died")
                .isNotEqualTo(before);
        try (Indexer index = Engine.indexer(database, directory)) {
            index.catchUp();
            assertThat(index.fingerprints()).isEqualTo(expected);
        }
    }

    private void runAndDie(PGSimpleDataSource database, Path directory, String where, int number)
            throws IOException, InterruptedException {
        Path output = temporary.resolve("output.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledProcess.class.getName(),
                        database.getUrl(),
                        directory.toString(),
                        where,
                        Integer.toString(number))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(output)).isEqualTo(9);
    }
}
