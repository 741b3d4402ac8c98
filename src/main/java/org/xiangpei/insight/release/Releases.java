package org.xiangpei.insight.release;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.insight.release.Release.Said;
import org.xiangpei.insight.release.Release.Step;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Fingerprint;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.Provenance;
import org.xiangpei.shared.Receipts;
import org.xiangpei.shared.RuleViolation;

/**
 * Releases figures to the public. A bureau speaks for its own city alone; the region's figures are the three cities', so all three agree
 * before anybody else sees them, as with the recognition of a product. Silence is no agreement, and one that is against ends it. What is public
 * is withdrawn by any bureau in whose name it stands.
 */
@ApplicationScoped
public class Releases {

    static final int LONGEST_REASON = 500;

    private static final char KIND = 'G';

    private final ReleaseRecords records;
    private final ReleaseFigures figures;
    private final ReleaseTrail trail;
    private final ReleaseNotices notices;
    private final Receipts receipts;
    private final ObjectMapper json;
    private final Clock clock;

    Releases(
            ReleaseRecords records,
            ReleaseFigures figures,
            ReleaseTrail trail,
            ReleaseNotices notices,
            Receipts receipts,
            ObjectMapper json,
            Clock clock) {
        this.records = records;
        this.figures = figures;
        this.trail = trail;
        this.notices = notices;
        this.receipts = receipts;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What would be released.
     *
     * @param corrects what is public for the same place and period; empty when nothing is
     */
    public record Prepared(ReleaseContent content, Optional<Release> corrects) {}

    /** What somebody may know of, the newest first: everybody what is public, bureaus what waits for them, or was declined, too. */
    @Transactional
    public List<Release> list(Actor reader) {
        return records.list().stream().filter(it -> mayKnow(reader, it)).toList();
    }

    /** @throws NotFound when there is none that the reader may know of */
    @Transactional
    public Release get(Actor reader, String code) {
        return records.find(code).filter(it -> mayKnow(reader, it)).orElseThrow(() -> notFound(code));
    }

    /**
     * One whose figures the reader may read: what was withdrawn is for the bureaus alone.
     *
     * @throws NotFound as {@link #get}, and for figures that are shown no more
     */
    @Transactional
    public Release getOpen(Actor reader, String code) {
        Release found = get(reader, code);
        if (!mayReadFigures(reader, found)) {
            throw notFound(code);
        }
        return found;
    }

    public boolean mayReadFigures(Actor reader, Release of) {
        return of.state().isOpen() || ofBureau(reader, of);
    }

    private static boolean mayKnow(Actor reader, Release of) {
        return of.state().isPublic() || ofBureau(reader, of);
    }

    private static boolean ofBureau(Actor reader, Release of) {
        return reader.may(Action.RELEASE_FIGURES)
                && reader.city().filter(of::concerns).isPresent();
    }

    /** What a release says. */
    public ReleaseContent read(Release release) {
        try {
            return json.readValue(release.content(), ReleaseContent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The content of " + release.code() + " is not what was written", e);
        }
    }

    /** @throws RuleViolation {@code bad-release} for what cannot be released */
    @Transactional
    public Prepared prepare(Actor actor, ReleaseQuestion question) {
        requireOwn(actor, question.city());
        question.require(today());
        ReleaseFigures.Computed computed = figures.of(question);
        if (computed.records() == 0) {
            throw ReleaseQuestion.refused("这个期间没有采购记录，也没有需求行，没有可以公布的数字。");
        }
        Optional<Release> corrects = current(question);
        return new Prepared(
                content(
                        actor,
                        question,
                        computed,
                        "",
                        corrects.map(Release::code).orElse(null)),
                corrects);
    }

    /**
     * Releases figures of the own city, or proposes figures of the region to the other two.
     *
     * @param reason why what is public for the same place and period is corrected; not asked for otherwise
     * @return the code
     * @throws RuleViolation {@code bad-release} for what cannot be released, a correction without a reason, or one that changes nothing
     */
    @Transactional
    public String release(Actor actor, ReleaseQuestion question, String reason) {
        records.holdAll();
        Prepared prepared = prepare(actor, question);
        requireNoneWaiting(question);
        prepared.corrects().ifPresent(it -> requireChange(it, prepared.content()));
        String why = prepared.corrects().isPresent() ? required(reason, "更正") : null;
        String code = receipts.next(KIND);
        ReleaseContent content = content(
                actor, question, figures.of(question), code, prepared.content().corrects());
        Release release = keep(actor, question, content, why);
        trail.prepared(release);
        said(actor, release, Said.AGREED, null);
        return code;
    }

    private Release keep(Actor actor, ReleaseQuestion question, ReleaseContent content, @Nullable String reason) {
        String written = write(content);
        var release = new Release(
                content.code(),
                Optional.ofNullable(question.city()),
                content.from(),
                content.to(),
                content.asOf(),
                question.parts().stream().sorted().toList(),
                written,
                Fingerprint.of(written.getBytes(StandardCharsets.UTF_8)),
                content.corrects(),
                reason,
                bureau(actor),
                actor.name(),
                content.preparedAt(),
                List.of(),
                null);
        records.add(release, actor.login());
        return release;
    }

    private String write(ReleaseContent content) {
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(content) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A release cannot be written", e);
        }
    }

    private ReleaseContent content(
            Actor actor,
            ReleaseQuestion question,
            ReleaseFigures.Computed computed,
            String code,
            @Nullable String corrects) {
        City city = question.city();
        return new ReleaseContent(
                ReleaseContent.FORMAT,
                code,
                city == null ? ReleaseContent.REGION : city.code(),
                city == null ? "长株潭" : city.label(),
                question.first(),
                question.last(),
                question.asOf(),
                computed.illustrative() > 0 ? Provenance.ILLUSTRATIVE : Provenance.DOCUMENTED,
                computed.illustrative(),
                computed.figures(),
                ReleaseFigures.definitions(question),
                bureau(actor).label() + "市工信局",
                clock.instant(),
                corrects);
    }

    /**
     * Agrees for the own city to figures of the region.
     *
     * @throws RuleViolation {@code release-state} when they do not wait for it
     */
    @Transactional
    public void agree(Actor actor, String code) {
        Release release = held(actor, code);
        if (release.state() != ReleaseState.PROPOSED || !release.awaited().contains(bureau(actor))) {
            throw wrongState(release);
        }
        said(actor, release, Said.AGREED, null);
    }

    /**
     * Ends a proposal for good: a bureau is against it, or takes back its own.
     *
     * @throws RuleViolation {@code release-state} when nothing is proposed any more; {@code bad-release} without a reason
     */
    @Transactional
    public void decline(Actor actor, String code, String reason) {
        Release release = held(actor, code);
        if (release.state() != ReleaseState.PROPOSED) {
            throw wrongState(release);
        }
        said(actor, release, Said.DECLINED, required(reason, "不同意"));
    }

    /**
     * Takes the figures from the public. That they were there, who withdrew them and why stays.
     *
     * @throws RuleViolation {@code release-state} when they are not public; {@code bad-release} without a reason
     */
    @Transactional
    public void withdraw(Actor actor, String code, String reason) {
        Release release = held(actor, code);
        if (!release.state().isOpen()) {
            throw wrongState(release);
        }
        said(actor, release, Said.WITHDRAWN, required(reason, "撤下"));
    }

    /** Whether the figures come out the same when they are computed again for their day. */
    @Transactional
    public boolean isReplayed(Release release) {
        var question = new ReleaseQuestion(
                release.city().orElse(null),
                YearMonth.from(release.from()),
                YearMonth.from(release.to()),
                release.asOf(),
                Set.copyOf(release.parts()));
        return figures.of(question).figures().equals(read(release).figures());
    }

    private void said(Actor actor, Release release, Said said, @Nullable String reason) {
        var step = new Step(said, bureau(actor), reason, actor.name(), now());
        records.add(release.code(), step, actor.login());
        Release after = records.find(release.code()).orElseThrow();
        trail.said(after, step);
        notices.said(after, step);
    }

    private Instant now() {
        return clock.instant();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Release held(Actor actor, String code) {
        records.holdAll();
        return records.find(code).filter(it -> ofBureau(actor, it)).orElseThrow(() -> notFound(code));
    }

    private Optional<Release> current(ReleaseQuestion question) {
        return same(question).filter(it -> it.state() == ReleaseState.CURRENT).findFirst();
    }

    private Stream<Release> same(ReleaseQuestion question) {
        return records.list().stream()
                .filter(it -> it.city().equals(Optional.ofNullable(question.city()))
                        && it.from().equals(question.first())
                        && it.to().equals(question.last()));
    }

    private void requireNoneWaiting(ReleaseQuestion question) {
        same(question)
                .filter(it -> it.state() == ReleaseState.PROPOSED)
                .findFirst()
                .ifPresent(it -> {
                    throw ReleaseQuestion.refused(
                            "%s %s 的数字已经提出（%s），还在等另外的市同意；先等结果，或先收回。".formatted(it.place(), it.period(), it.code()));
                });
    }

    private void requireChange(Release corrected, ReleaseContent content) {
        if (read(corrected).figures().equals(content.figures())) {
            throw ReleaseQuestion.refused("这个期间已经公布过（%s），数字没有变化，不用更正。".formatted(corrected.code()));
        }
    }

    private static void requireOwn(Actor actor, @Nullable City city) {
        bureau(actor);
        if (city != null && !actor.may(Action.RELEASE_FIGURES, null, Optional.of(city))) {
            throw ReleaseQuestion.refused("只能公布本市和长株潭的数字；%s的数字由%s市工信局公布。".formatted(city.label(), city.label()));
        }
    }

    private static City bureau(Actor actor) {
        return actor.city().orElseThrow(() -> ReleaseQuestion.refused("只有三市工信局公布数字。"));
    }

    private static String required(String reason, String what) {
        if (reason.isBlank()) {
            throw ReleaseQuestion.refused("请写明" + what + "的原因，原因会一起公开。");
        }
        if (reason.length() > LONGEST_REASON) {
            throw ReleaseQuestion.refused("原因最多 " + LONGEST_REASON + " 字。");
        }
        return reason.strip();
    }

    private static RuleViolation wrongState(Release release) {
        return new RuleViolation(
                "release-state",
                switch (release.state()) {
                    case PROPOSED -> "贵局已经同意过，在等其他市。";
                    case DECLINED -> "有市不同意，这次公布已经结束；需要的话重新提出。";
                    case CURRENT -> "这些数字已经公布。";
                    case CORRECTED -> "这些数字已由另一次公布更正。";
                    case WITHDRAWN -> "这些数字已经撤下。";
                });
    }

    private static NotFound notFound(String code) {
        return new NotFound("公布的数字 " + code + " ");
    }
}
