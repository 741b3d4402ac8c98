package org.xiangpei.requirement.bill;

import java.time.Instant;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Actor;
import org.xiangpei.shared.RuleViolation;

/** A bill of materials that somebody has uploaded (物料清单): whose it is, and how far its reading has come. */
@Entity
public class Bill {

    private static final int MOST_ATTEMPTS = 3;
    private static final int LONGEST_FAILURE = 500;

    @Id
    private String code;

    private String organizationCode;
    private String title;
    private String fileName;
    private String fileHash;

    @Enumerated(EnumType.STRING)
    private BillState state = BillState.UPLOADED;

    private String uploadedByLogin;
    private String uploadedByName;
    private Instant uploadedAt;
    private int total;
    private int done;
    private int lineCount;
    private int unmatchedCount;
    private int skippedCount;
    private int remarkCount;
    private @Nullable String requirementCode;
    private @Nullable Instant startedAt;
    private @Nullable Instant endedAt;
    private int attempts;
    private @Nullable String failure;

    @Version
    private int version;

    protected Bill() {}

    Bill(String code, Actor actor, String organizationCode, String fileName, String fileHash, Instant now) {
        this.code = code;
        this.organizationCode = organizationCode;
        this.fileName = fileName;
        this.fileHash = fileHash;
        this.title = withoutEnding(fileName);
        uploadedByLogin = actor.login();
        uploadedByName = actor.name();
        uploadedAt = now;
    }

    private static String withoutEnding(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot > 0 ? fileName.substring(0, dot) : fileName;
    }

    /**
     * Its columns are known: it can be read.
     *
     * @param rows how many there are to read
     * @throws RuleViolation {@code bill-state} when that has been said before
     */
    void queue(String named, int rows, Instant now) {
        requireUploaded();
        title = named;
        total = rows;
        state = BillState.QUEUED;
        startedAt = now;
    }

    void requireUploaded() {
        if (state != BillState.UPLOADED) {
            throw new RuleViolation("bill-state", "这份清单已经开始读取，不能再改列的对应关系。需要重来，请取消后重新上传。");
        }
    }

    /** Another piece of it was read. */
    void advance(int rows, Piece piece) {
        state = BillState.READING;
        attempts = 0;
        done += rows;
        lineCount += piece.lines();
        unmatchedCount += piece.unmatched();
        skippedCount += piece.skipped();
    }

    /** What was found in a piece. */
    record Piece(int lines, int unmatched, int skipped) {}

    void draftedAs(String requirement) {
        requirementCode = requirement;
    }

    /** Every row was read. One without any line has failed. */
    void end(Instant now) {
        if (lineCount == 0) {
            fail("没有读出任何需求行：" + skippedCount + " 行都是标题、合计或没有名称。请检查“名称”是哪一列，再重新上传。", now);
        } else {
            state = BillState.READ;
            endedAt = now;
        }
    }

    void fail(String why, Instant now) {
        state = BillState.FAILED;
        failure = why.substring(0, Math.min(why.length(), LONGEST_FAILURE));
        endedAt = now;
    }

    /** A piece could not be read for a reason of ours: it is tried again, but not for ever. */
    void stumble(Instant now) {
        attempts++;
        if (attempts >= MOST_ATTEMPTS) {
            fail("读取时程序出错，已停下；读好的部分都还在。请再试一次，仍不行请联系运维人员。", now);
        }
    }

    /** @throws RuleViolation {@code bill-state} when it is over */
    void cancel(Instant now) {
        if (state != BillState.UPLOADED && !state.isWaiting()) {
            throw new RuleViolation("bill-state", "这份清单已经结束，没有可以取消的。");
        }
        state = BillState.CANCELLED;
        endedAt = now;
    }

    /** Goes on where it stopped. @throws RuleViolation {@code bill-state} unless it failed with rows left */
    void goOn() {
        if (state != BillState.FAILED || done >= total) {
            throw new RuleViolation("bill-state", "只有中途停下的清单可以接着读。");
        }
        state = BillState.QUEUED;
        failure = null;
        endedAt = null;
        attempts = 0;
    }

    /** The place of the next remark. */
    int nextRemark() {
        return ++remarkCount;
    }

    /** Rows without a category were dealt with. */
    void dealtWith(int rows) {
        unmatchedCount -= rows;
    }

    public String code() {
        return code;
    }

    String organizationCode() {
        return organizationCode;
    }

    String title() {
        return title;
    }

    String fileName() {
        return fileName;
    }

    String fileHash() {
        return fileHash;
    }

    BillState state() {
        return state;
    }

    String uploadedByLogin() {
        return uploadedByLogin;
    }

    String uploadedByName() {
        return uploadedByName;
    }

    Instant uploadedAt() {
        return uploadedAt;
    }

    int total() {
        return total;
    }

    int done() {
        return done;
    }

    Optional<String> requirement() {
        return Optional.ofNullable(requirementCode);
    }

    BillSummary summary() {
        return new BillSummary(
                code,
                title,
                fileName,
                state,
                uploadedByName,
                uploadedAt,
                total,
                done,
                lineCount,
                unmatchedCount,
                skippedCount,
                remarkCount,
                requirementCode,
                startedAt,
                endedAt,
                failure);
    }
}
