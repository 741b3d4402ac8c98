package org.xiangpei.recognition.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.FlaggedProducts;
import org.xiangpei.catalog.ProductProfile;
import org.xiangpei.catalog.ProductProfiles;
import org.xiangpei.catalog.Validity;
import org.xiangpei.identity.Actor;
import org.xiangpei.recognition.Batch;
import org.xiangpei.recognition.Person;
import org.xiangpei.recognition.Revocation;
import org.xiangpei.recognition.RevocationGround;
import org.xiangpei.recognition.Revocations;
import org.xiangpei.recognition.Standing;
import org.xiangpei.recognition.StandingEvent;
import org.xiangpei.recognition.StandingStatus;
import org.xiangpei.recognition.Standings;
import org.xiangpei.recognition.SuspensionReason;
import org.xiangpei.recognition.Suspensions;
import org.xiangpei.recognition.web.FilingView.Fact;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;

import static java.util.stream.Collectors.joining;

/** Puts the recognition of products into words. */
@ApplicationScoped
class StandingViews {

    private static final int USUAL_DAYS = 30;

    private final Standings standings;
    private final Suspensions suspensions;
    private final Revocations revocations;
    private final FlaggedProducts flags;
    private final ProductProfiles products;
    private final Words words;

    StandingViews(
            Standings standings,
            Suspensions suspensions,
            Revocations revocations,
            FlaggedProducts flags,
            ProductProfiles products,
            Words words) {
        this.standings = standings;
        this.suspensions = suspensions;
        this.revocations = revocations;
        this.flags = flags;
        this.products = products;
        this.words = words;
    }

    /** What was typed before it was refused. */
    record Typed(String until, String reason, String note) {
        static final Typed NOTHING = new Typed("", "", "");
    }

    /** @throws NotFound when there is no such product */
    @Transactional
    StandingView one(Actor actor, String code, @Nullable RuleViolation refused, Typed typed) {
        ProductProfile product = products.get(code);
        LocalDate today = words.today();
        Standing standing = standings.find(code, today).orElseThrow();
        boolean ours = suspensions.mayDecide(actor, code);
        return new StandingView(
                code,
                product.product().name(),
                Labels.of(standing.status()),
                tone(standing.status()),
                facts(product, standing),
                standing.events().reversed().stream().map(this::event).toList(),
                ours && standing.status().isListed(),
                ours && standing.status() == StandingStatus.SUSPENDED,
                revocations.mayOpen(actor, code),
                revocations.findOpen(code).map(Revocation::code).orElse(null),
                flags.of(product, today).stream()
                        .map(it -> it.label() + "：" + it.detail())
                        .toList(),
                Stream.of(SuspensionReason.values())
                        .map(it -> new ExaminationView.Option(
                                it.code(), Labels.of(it), it.code().equals(typed.reason())))
                        .toList(),
                today.toString(),
                typed.until().isEmpty() ? today.plusDays(USUAL_DAYS).toString() : typed.until(),
                typed.note(),
                refused == null ? null : refused.detail());
    }

    private static List<Fact> facts(ProductProfile product, Standing standing) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("企业", product.firm().details().name()));
        facts.add(new Fact("批次", standing.batch().map(StandingViews::batch).orElse("未载明")));
        facts.add(new Fact("有效期", days(standing.validity())));
        standing.suspendedUntil().ifPresent(until -> facts.add(new Fact("暂停至", until + "，到期自动恢复")));
        facts.add(new Fact(
                "三市意见",
                standing.acceptances().isEmpty()
                        ? "未载明"
                        : standing.acceptances().stream()
                                .map(it -> it.city().label() + "同意（" + it.on() + (it.inSession() ? "，会上" : "") + "）")
                                .collect(joining("；"))));
        return facts;
    }

    private static String batch(Batch batch) {
        return "第 " + batch.number() + " 批"
                + batch.closedOn().map(day -> "（" + day + " 联席会议）").orElse("（导入的目录）");
    }

    private static String days(Validity validity) {
        return validity.from() == null && validity.until() == null
                ? "未载明"
                : Optional.ofNullable(validity.from()).map(LocalDate::toString).orElse("未载明") + " 至 "
                        + Optional.ofNullable(validity.until())
                                .map(LocalDate::toString)
                                .orElse("未载明");
    }

    private StandingView.Event event(StandingEvent it) {
        String reasons = it.reasons().stream()
                .map(reason -> it.kind() == StandingEvent.Kind.REVOKED
                        ? Labels.of(RevocationGround.valueOf(reason))
                        : Labels.of(SuspensionReason.valueOf(reason)))
                .collect(joining("、"));
        String batch = it.batch().map(number -> "第 " + number + " 批").orElse("");
        return new StandingView.Event(
                Labels.of(it.kind()),
                Stream.of(it.startsOn(), it.endsOn())
                        .flatMap(Optional::stream)
                        .map(LocalDate::toString)
                        .collect(joining(" 至 ")),
                Stream.of(batch, reasons, it.note().orElse(""))
                        .filter(text -> !text.isEmpty())
                        .collect(joining("。")),
                Stream.of(
                                it.city().map(Words::bureau).orElse(""),
                                it.decidedBy().map(Person::name).orElse(""),
                                words.time(it.recordedAt()))
                        .filter(text -> !text.isEmpty())
                        .collect(joining("，")));
    }

    private static String tone(StandingStatus status) {
        return switch (status) {
            case RECOGNISED -> "pass";
            case EXPIRING -> "sample";
            case EXPIRED, SUSPENDED, REVOKED -> "fail";
            case NEVER, NOT_STATED -> "unknown";
        };
    }
}
