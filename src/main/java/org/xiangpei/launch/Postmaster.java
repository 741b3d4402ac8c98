package org.xiangpei.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.xiangpei.shared.CannotStart;

/** The running PostgreSQL server of a data directory, found by its {@code postmaster.pid}. */
record Postmaster(ProcessHandle process) {

    /** @return empty when no server of that directory is running, also when the file is a leftover and its number was reused */
    static Optional<Postmaster> of(Path data) {
        Path file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
            return ProcessHandle.of(pid).filter(Postmaster::isPostgres).map(Postmaster::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Stops the server. The first signal lets connected sessions end by themselves; after ten seconds the second one ends them.
     *
     * @throws CannotStart when it is still there after that
     */
    void stop() {
        process.destroy();
        if (!endsWithin(10)) {
            interrupt();
            if (!endsWithin(20)) {
                throw new CannotStart("PostgreSQL 进程 %d 没有停下，请先结束它 / a PostgreSQL left behind does not stop"
                        .formatted(process.pid()));
            }
        }
    }

    /** SIGINT is PostgreSQL's "fast shutdown"; Java has no call for it. */
    private void interrupt() {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean endsWithin(int seconds) {
        try {
            process.onExit().get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.endsWith("postgres"))
                .orElse(false);
    }
}
