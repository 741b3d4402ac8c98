package org.xiangpei.bench;

import java.nio.file.Path;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

import org.xiangpei.bench.engines.BillsBench;
import org.xiangpei.bench.engines.EnginesBench;
import org.xiangpei.bench.engines.FiguresBench;

/**
 * Runs what is asked for: {@code relevance}; {@code engines}, the search beside its peers; {@code bills};
 * {@code figures} over a ledger of a million purchases; or {@code speed}, the start and all JMH benchmarks
 * whose name matches.
 */
public final class Benchmarks {

    private Benchmarks() {}

    public static void main(String... args) throws Exception {
        switch (args[0]) {
            case "relevance" -> RelevanceBench.run();
            case "engines" -> EnginesBench.run();
            case "bills" -> BillsBench.run();
            case "figures" -> FiguresBench.run();
            case "speed" -> speed(args[1]);
            default -> throw new IllegalArgumentException("No such benchmark: " + args[0]);
        }
    }

    private static void speed(String include) throws Exception {
        StartBench.run(Path.of("target", "bench-data"));
        new Runner(new OptionsBuilder().include(include).forks(0).build()).run();
    }
}
