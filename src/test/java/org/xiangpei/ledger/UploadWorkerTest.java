package org.xiangpei.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.Patience;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.ledger.PurchaseUploads.Shown;
import org.xiangpei.ledger.PurchaseUploads.Task;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.UploadState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Big files are worked on in the background: once, all or nothing, stoppable, and again after a crash. Purchases of 2008, taken back by each test. */
@XiangpeiTest
class UploadWorkerTest {

    private static final int ROWS = 26_000;

    @Inject
    PurchaseUploads uploads;

    @Inject
    UploadWorks works;

    @Inject
    UploadWorker worker;

    @Inject
    Session session;

    /** Nothing waits for the next test. */
    @AfterEach
    void finish() {
        for (boolean more = true; more; ) {
            more = worker.workOff();
        }
    }

    @Test
    void aBigFileIsReadRecordedAndTakenBackInTheBackground() throws Exception {
        String code = preview(ledger("一"));
        assertThat(doing(code)).isEqualTo(Task.READ);
        assertThatThrownBy(() -> uploads.apply(Recorders.buyer(), code, "")).isInstanceOf(RuleViolation.class);
        assertThat(worker.workOff()).isTrue();
        Shown read = show(code);
        assertThat(read.doing()).isEmpty();
        assertThat(read.upload().foreseen().records()).isEqualTo(ROWS);
        assertThat(read.columns()).hasSize(5);

        String digest = read.upload().digest();
        assertThat(uploads.apply(Recorders.buyer(), code, digest)).isTrue();
        assertThat(doing(code)).isEqualTo(Task.APPLY);
        assertThatThrownBy(() -> uploads.apply(Recorders.buyer(), code, digest)).hasMessageContaining("正在处理");
        assertThat(recorded(code)).isZero();
        assertThat(bothAtOnce()).containsExactlyInAnyOrder(true, false);
        assertThat(recorded(code)).isEqualTo(ROWS);
        assertThat(show(code).upload().state()).isEqualTo(UploadState.APPLIED);
        assertThat(author("import_purchases", code)).isEqualTo(Recorders.buyer().login());

        uploads.undo(Recorders.buyer(), code);
        assertThat(uploads.stop(Recorders.buyer(), code)).isTrue();
        assertThat(worker.workOff()).isFalse();
        assertThat(show(code).upload().state()).isEqualTo(UploadState.APPLIED);
        uploads.undo(Recorders.buyer(), code);
        assertThat(worker.workOff()).isTrue();
        assertThat(show(code).upload().state()).isEqualTo(UploadState.UNDONE);
        assertThat(author("undo_purchase_import", code))
                .isEqualTo(Recorders.buyer().login());
    }

    @Test
    void whatIsStoppedHalfWayDidNothing() throws Exception {
        String code = preview(ledger("二"));
        worker.workOff();
        uploads.apply(Recorders.buyer(), code, show(code).upload().digest());
        try (var threads = Executors.newSingleThreadExecutor()) {
            Future<Boolean> working = threads.submit(worker::workOff);
            Patience.await(Duration.ofSeconds(60), () -> show(code)
                    .doing()
                    .filter(it -> it.percent() >= UploadStage.JUDGING.percent(0, 1))
                    .isPresent());
            assertThat(uploads.stop(Recorders.buyer(), code)).isTrue();
            assertThat(working.get()).isTrue();
        }
        assertThat(recorded(code)).isZero();
        Shown after = show(code);
        assertThat(after.upload().isPreview()).isTrue();
        assertThat(after.doing()).isEmpty();
        uploads.discard(Recorders.buyer(), code);
    }

    @Test
    void whatWasNotFinishedWhenTheProcessWasKilledIsDoneByAnother() {
        String code = preview(ledger("三"));
        QuarkusTransaction.begin();
        assertThat(works.takeNext()).isPresent();
        assertThat(worker.workOff()).as("somebody is at it").isFalse();
        QuarkusTransaction.rollback();
        assertThat(worker.workOff()).isTrue();
        assertThat(show(code).upload().foreseen().records()).isEqualTo(ROWS);
        uploads.discard(Recorders.buyer(), code);
    }

    @Test
    void aReadingThatIsStoppedLeavesNothingAndABigFileThatIsNoneSaysWhy() {
        String stopped = preview(ledger("四"));
        assertThat(uploads.stop(Recorders.buyer(), stopped)).isFalse();
        assertThat(worker.workOff()).isFalse();

        String code = preview("<html>这不是表格</html>\n".repeat(60_000));
        assertThat(worker.workOff()).isTrue();
        Shown failed = show(code);
        assertThat(failed.failure()).isNotBlank();
        assertThat(failed.doing()).isEmpty();
        uploads.discard(Recorders.buyer(), code);
    }

    private List<Boolean> bothAtOnce() throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            Callable<Boolean> work = worker::workOff;
            return threads.invokeAll(List.of(work, work)).stream()
                    .map(UploadWorkerTest::got)
                    .toList();
        }
    }

    private static Boolean got(Future<Boolean> result) {
        return result.resultNow();
    }

    private Task doing(String code) {
        return show(code).doing().orElseThrow().task();
    }

    private Shown show(String code) {
        return uploads.show(Recorders.buyer(), code);
    }

    private long recorded(String code) {
        return QuarkusTransaction.requiringNew().call(() -> session.createNativeQuery(
                        "select count(*) from purchase_record where import_code = :code", Long.class)
                .setParameter("code", code)
                .getSingleResult());
    }

    private String author(String action, String code) {
        return QuarkusTransaction.requiringNew().call(() -> session.createNativeQuery(
                        "select actor_login from audit_entry where action = :action and subject_code = :code",
                        String.class)
                .setParameter("action", action)
                .setParameter("code", code)
                .getSingleResult());
    }

    private static String ledger(String item) {
        var file = new StringBuilder("日期,品名,金额,供应商,产地\n");
        for (int i = 0; i < ROWS; i++) {
            file.append("2008-03-05,第%s份物料%d,%d,供应商第%d有限公司,天元区\n".formatted(item, i % 500, 100 + i, i % 30));
        }
        return file.toString();
    }

    private String preview(String content) {
        try {
            Path file = Files.createTempFile("ledger", ".csv");
            try {
                Files.writeString(file, content, StandardCharsets.UTF_8);
                return uploads.preview(Recorders.buyer(), "台账.csv", file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
