package org.xiangpei.bench.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;

/** What the operating system says of processes and files. */
final class Machine {

    private Machine() {}

    static long residentMiB(long pid) throws IOException {
        return kibibytes(Path.of("/proc/" + pid + "/status"), "VmRSS") / 1024;
    }

    /** Of a process and those that it started, memory that they share counted once. */
    static long residentMiBWithChildren(long pid) throws IOException {
        long sum = 0;
        ProcessHandle parent = ProcessHandle.of(pid).orElseThrow();
        for (long process : LongStream.concat(
                        LongStream.of(pid), parent.descendants().mapToLong(ProcessHandle::pid))
                .toArray()) {
            Path rollup = Path.of("/proc/" + process + "/smaps_rollup");
            sum += Files.exists(rollup) ? kibibytes(rollup, "Pss:") : 0;
        }
        return sum / 1024;
    }

    static String description() throws IOException {
        long memory = kibibytes(Path.of("/proc/meminfo"), "MemTotal");
        return "%d processors (shared), %d GiB of memory, Java %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        Math.round(memory / 1024.0 / 1024),
                        Runtime.version().feature());
    }

    static long size(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).mapToLong(Machine::bytes).sum();
        }
    }

    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** The files of one directory. */
    static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    /** A file that is deleted meanwhile, as a merge does, has no size. */
    private static long bytes(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }

    private static long kibibytes(Path file, String name) throws IOException {
        List<String> lines = Files.readAllLines(file);
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }
}
