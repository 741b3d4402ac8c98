package org.xiangpei.search.meaning;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A machine on which the model cannot run: a process of its own with a real failure. */
class WithoutModelTest {

    /** Prints the state after loading, and whether a sentence has a vector. */
    static final class Program {

        private Program() {}

        public static void main(String[] arguments) {
            var meaning = new BackgroundMeaning();
            meaning.load();
            System.out.println(meaning.state() + " " + meaning.of("透水砖").isPresent());
            meaning.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "-Djava.io.tmpdir=/nowhere/at/all, UNAVAILABLE, /nowhere/at/all",
        "-Donnxruntime.native.path=/nowhere/at/all, UNAVAILABLE, /nowhere/at/all",
        "-Dos.arch=sparc, UNAVAILABLE, sparc",
        "-Dnothing=wrong, READY, true",
    })
    void theReasonIsToldAndNothingElseHappens(String option, String phase, String reason) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        option,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).contains("phase=" + phase, reason);
        assertThat(output.stripTrailing()).endsWith(String.valueOf(phase.equals("READY")));
        assertThat(output).doesNotContain("\tat ");
    }
}
