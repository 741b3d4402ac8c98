package org.xiangpei.sourcing.quotation;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;

/**
 * All that is under seal for one invitation: the draft, what was sent in last, and when something was sent in or withdrawn. Nothing of
 * it is anywhere else until the opening.
 *
 * @param lines what was typed, by number
 * @param files attachments; their contents lie in an envelope of their own
 * @param sent what counts at the opening; null when nothing was sent in, or it was withdrawn
 * @param log all that was sent in and withdrawn, the oldest first
 */
public record Dossier(
        Head head,
        List<Line> lines,
        List<OfferedFile> files,
        @Nullable Submission sent,
        List<Logged> log) {

    static final Dossier EMPTY = new Dossier(new Head(HeadText.EMPTY, 0, ""), List.of(), List.of(), null, List.of());

    /** A list that grows without end would outgrow its envelope, and who sends in so often is a program that went wrong. */
    static final int MOST_LOGGED = 60;

    static final int MOST_FILES = 8;

    public Dossier {
        lines = List.copyOf(lines);
        files = List.copyOf(files);
        log = List.copyOf(log);
    }

    /**
     * @param version counts the changes, so that nobody overwrites what a colleague has typed
     * @param form the open page that wrote it last: its own next change does not come in between
     */
    public record Head(HeadText text, int version, String form) {}

    /** As the head, for one line. */
    public record Line(int number, LineText text, int version, String form) {}

    /**
     * What somebody had before them when they typed.
     *
     * @param version that they read
     * @param form a random name of the page that they typed into
     */
    public record Seen(int version, String form) {

        boolean isLatest(int now, String lastForm) {
            return version == now || (!form.isEmpty() && form.equals(lastForm));
        }
    }

    /** What was done to a quotation. */
    public enum Act {
        SUBMITTED,
        WITHDRAWN
    }

    /**
     * @param receipt of what was sent in or withdrawn
     * @param by the name of who did it
     */
    public record Logged(Act act, Instant at, String receipt, String by) {}

    /** What was sent in and counts. */
    public Optional<Submission> submission() {
        return Optional.ofNullable(sent);
    }

    /** What was typed for a line; an empty text of version 0 where nothing was. */
    public Line line(int number) {
        return lines.stream()
                .filter(it -> it.number() == number)
                .findFirst()
                .orElseGet(() -> new Line(number, LineText.EMPTY, 0, ""));
    }

    /** @throws RuleViolation {@code changed-meanwhile} when somebody else saved it after it was read */
    Dossier withHead(HeadText text, Seen seen) {
        if (text.equals(head.text)) {
            return this;
        }
        requireLatest(seen.isLatest(head.version, head.form), "有效期和说明");
        return new Dossier(new Head(text, head.version + 1, seen.form()), lines, files, sent, log);
    }

    /** @throws RuleViolation {@code changed-meanwhile} when somebody else saved the line after it was read */
    Dossier withLine(int number, LineText text, Seen seen) {
        Line before = line(number);
        if (text.equals(before.text)) {
            return this;
        }
        requireLatest(seen.isLatest(before.version, before.form), "第 " + number + " 行");
        return with(new Line(number, text, before.version + 1, seen.form()));
    }

    private Dossier with(Line line) {
        List<Line> all = Stream.concat(lines.stream().filter(it -> it.number() != line.number()), Stream.of(line))
                .sorted(Comparator.comparingInt(Line::number))
                .toList();
        return new Dossier(head, all, files, sent, log);
    }

    private static void requireLatest(boolean latest, String what) {
        if (!latest) {
            throw new RuleViolation("changed-meanwhile", "在您打开以后，同事（或另一个窗口）改过" + what + "。您填的没有覆盖它，请对照后再保存。");
        }
    }

    /** Head and lines anew, as from a workbook; lines that are not among them stay. What was opened before and differs is outdated by it. */
    Dossier rewritten(HeadText text, Map<Integer, LineText> typed) {
        Dossier changed = withHead(text, new Seen(head.version, ""));
        for (var line : typed.entrySet()) {
            int now = changed.line(line.getKey()).version();
            changed = changed.withLine(line.getKey(), line.getValue(), new Seen(now, ""));
        }
        return changed;
    }

    /** @throws RuleViolation {@code bad-attachment} for one too many */
    Dossier withFile(OfferedFile file) {
        if (files.size() >= MOST_FILES) {
            throw new RuleViolation("bad-attachment", "一份报价最多 " + MOST_FILES + " 个附件，请先删去不用的，或把几页合成一个 PDF。");
        }
        return new Dossier(
                head, lines, Stream.concat(files.stream(), Stream.of(file)).toList(), sent, log);
    }

    /** @throws NotFound when there is none */
    Dossier withoutFile(String id) {
        file(id);
        return new Dossier(
                head, lines, files.stream().filter(it -> !it.id().equals(id)).toList(), sent, log);
    }

    /** One of the draft or of what was sent in. */
    OfferedFile file(String id) {
        return allFiles().filter(it -> it.id().equals(id)).findFirst().orElseThrow(() -> new NotFound("附件"));
    }

    /** Those of the draft, and those of what was sent in that have left the draft since. */
    Stream<OfferedFile> allFiles() {
        Stream<OfferedFile> ofSent = submission().stream().flatMap(it -> it.offer().files().stream());
        return Stream.concat(files.stream(), ofSent).distinct();
    }

    /** It takes the place of what was sent in before. */
    Dossier submitted(Submission submission, String by) {
        return logged(submission, new Logged(Act.SUBMITTED, submission.at(), submission.receipt(), by));
    }

    /** @throws RuleViolation {@code quotation-state} when nothing is sent in */
    Dossier withdrawn(Instant at, String by) {
        Submission before = submission().orElseThrow(() -> new RuleViolation("quotation-state", "现在没有已提交的报价可以撤回。"));
        return logged(null, new Logged(Act.WITHDRAWN, at, before.receipt(), by));
    }

    private Dossier logged(@Nullable Submission now, Logged entry) {
        if (log.size() >= MOST_LOGGED) {
            throw new RuleViolation("quotation-state", "一次询价最多提交和撤回共 " + MOST_LOGGED + " 次，已经用完。");
        }
        return new Dossier(
                head,
                lines,
                files,
                now,
                Stream.concat(log.stream(), Stream.of(entry)).toList());
    }
}
