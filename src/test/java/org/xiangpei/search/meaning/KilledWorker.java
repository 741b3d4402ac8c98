package org.xiangpei.search.meaning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.postgresql.ds.PGSimpleDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The main class of a process of its own that computes vectors and ends without any shutdown in the middle. */
final class KilledWorker {

    private KilledWorker() {}

    /** Arguments: address of the database, and how many sentences are computed before the end. */
    public static void main(String[] arguments) throws Exception {
        var database = new PGSimpleDataSource();
        database.setUrl(arguments[0]);
        database.setUser("postgres");
        var left = new AtomicInteger(Integer.parseInt(arguments[1]));
        var worker = new VectorWorker(
                database,
                sentence -> {
                    if (left.getAndDecrement() == 0) {
                        Runtime.getRuntime().halt(9);
                    }
                    return RealModel.get().of(sentence);
                },
                Clock.systemUTC());
        worker.catchUp();
    }

    static void runAndDie(PGSimpleDataSource database, int sentences) throws IOException, InterruptedException {
        Path output = Files.createTempFile("killed", ".txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWorker.class.getName(),
                        database.getUrl(),
                        Integer.toString(sentences))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(output)).isEqualTo(9);
    }
}
