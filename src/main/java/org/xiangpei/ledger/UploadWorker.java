package org.xiangpei.ledger;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.CurrentActor;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.tabular.RowError;

/**
 * Does what is to be done with uploads, each in one transaction that holds the row of the work: all or nothing; what was not finished when the
 * process was killed begins again, on whichever instance; and no two instances do the same.
 */
@ApplicationScoped
public class UploadWorker {

    private static final int MOST_SECONDS = 1800;
    private static final String CHANGED = "没有导入：预览之后台账或列的对应有变化。下面是现在的预览，请核对后再确认。";

    private final UploadWorks works;
    private final UploadActs acts;

    UploadWorker(UploadWorks works, UploadActs acts) {
        this.works = works;
        this.acts = acts;
    }

    /** Does the work that has waited longest. @return whether there was any */
    public boolean workOff() {
        var at = new AtomicReference<@Nullable UploadWork>();
        try {
            return QuarkusTransaction.requiringNew().timeout(MOST_SECONDS).call(() -> {
                var next = works.takeNext();
                next.ifPresent(work -> {
                    at.set(work);
                    CurrentActor.actingFor(work.actor(), () -> workOff(work));
                });
                return next.isPresent();
            });
        } catch (Stopped stopped) {
            return end(at.get(), acts::halt);
        } catch (RuleViolation refused) {
            return end(at.get(), work -> works.fail(work.importCode(), refused.detail(), faults(refused)));
        } catch (NotFound gone) {
            return end(at.get(), work -> works.fail(work.importCode(), "这份导入，或导入它的单位，已经不在了。", List.of()));
        } catch (RuntimeException failure) {
            Log.errorf(failure, "The work on an upload of purchases failed: %s", at.get());
            return end(at.get(), work -> works.stumble(work.importCode()));
        }
    }

    private void workOff(UploadWork work) {
        String code = work.importCode();
        var steps = new Told(code);
        boolean done =
                switch (work.kind()) {
                    case READ -> acts.read(work.actor(), code, work.columns(), steps);
                    case APPLY -> acts.apply(work.actor(), code, work.seen() == null ? "" : work.seen(), steps);
                    case UNDO -> acts.undo(work.actor(), code, steps);
                };
        steps.requireOn();
        if (done) {
            works.remove(code);
        } else {
            works.fail(code, CHANGED, List.of());
        }
    }

    private static boolean end(@Nullable UploadWork work, Consumer<UploadWork> how) {
        if (work != null) {
            QuarkusTransaction.requiringNew().run(() -> how.accept(work));
        }
        return work != null;
    }

    private static List<RowError> faults(RuleViolation refused) {
        return refused.errors().stream()
                .filter(RowError.class::isInstance)
                .map(RowError.class::cast)
                .toList();
    }

    /** Somebody has said that it is to stop; what was done of it so far is rolled back. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Writes down how far it has come, beside the transaction of the work, now and then. */
    private final class Told implements UploadSteps {

        private static final Duration EVERY = Duration.ofMillis(300);

        private final String code;
        private @Nullable UploadStage last;
        private long lastAt;

        Told(String code) {
            this.code = code;
        }

        @Override
        public void at(UploadStage stage, long done, long total) {
            if (stage == last && System.nanoTime() - lastAt < EVERY.toNanos()) {
                return;
            }
            last = stage;
            lastAt = System.nanoTime();
            QuarkusTransaction.requiringNew().run(() -> works.tell(code, stage, stage.percent(done, total)));
            requireOn();
        }

        void requireOn() {
            boolean stopped = QuarkusTransaction.requiringNew().call(() -> works.progress(code)
                    .map(UploadWorks.Progress::stopped)
                    .orElse(false));
            if (stopped) {
                throw new Stopped();
            }
        }
    }
}
