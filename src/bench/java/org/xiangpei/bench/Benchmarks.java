package org.xiangpei.bench;

import java.nio.file.Path;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the start benchmark and all JMH benchmarks whose name matches the argument. */
public final class Benchmarks {

    private Benchmarks() {}

    public static void main(String... args) throws Exception {
        StartBench.run(Path.of("target", "bench-data"));
        new Runner(new OptionsBuilder().include(args[0]).forks(0).build()).run();
    }
}
