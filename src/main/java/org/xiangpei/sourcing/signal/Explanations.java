package org.xiangpei.sourcing.signal;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.shared.AuditTrail;
import org.xiangpei.shared.AuditTrail.Change;
import org.xiangpei.shared.AuditTrail.Subject;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;

/** What organisations say to signals. It stands beside the signal and changes nothing in it. */
@ApplicationScoped
public class Explanations {

    private static final int LONGEST = 1000;

    private final Session session;
    private final AuditTrail trail;
    private final Clock clock;

    Explanations(Session session, AuditTrail trail, Clock clock) {
        this.session = session;
        this.trail = trail;
        this.clock = clock;
    }

    /** What these organisations say now about signals of a kind, to an inquiry or to all. */
    @Transactional
    public List<SignalExplanation> list(SignalKind kind, Collection<String> organizations) {
        if (organizations.isEmpty()) {
            return List.of();
        }
        return session.createQuery("""
                        from SignalExplanation e where e.kind = :kind and e.organization in :organizations
                            and not exists (select 1 from SignalExplanation later where later.supersedes = e.id)
                        order by e.id""", SignalExplanation.class)
                .setParameter("kind", kind)
                .setParameterList("organizations", organizations)
                .getResultList();
    }

    /**
     * Explains, or explains otherwise.
     *
     * @param inquiry of the own organisation; null for all of the kind
     * @param seen id of what the person saw; null when there was nothing
     * @throws RuleViolation {@code bad-explanation} without a word or with too many; {@code changed-meanwhile} when a colleague was faster
     * @throws NotFound when the inquiry is not the actor's
     */
    @Transactional
    public void explain(Actor actor, SignalKind kind, @Nullable String inquiry, String typed, @Nullable Long seen) {
        String organization = own(actor, inquiry);
        String text = text(typed);
        lock(organization);
        Optional<SignalExplanation> before = list(kind, List.of(organization)).stream()
                .filter(it -> it.inquiry().equals(Optional.ofNullable(inquiry)))
                .findFirst();
        if (!Objects.equals(before.map(SignalExplanation::id).orElse(null), seen)) {
            throw new RuleViolation("changed-meanwhile", "同事刚刚写过说明，您的没有覆盖它。请看过再改。");
        }
        session.persist(new SignalExplanation(kind, inquiry, text, before.orElse(null), actor, clock.instant()));
        trail.record(Change.of(
                "explain_signal",
                new Subject(
                        "signal",
                        kind.code() + (inquiry == null ? "" : "/" + inquiry),
                        Labels.of(kind),
                        Optional.empty(),
                        Optional.of(organization)),
                before.map(it -> Map.of("text", it.text())).orElse(Map.of()),
                Map.of("text", text)));
    }

    private String own(Actor actor, @Nullable String inquiry) {
        String organization = actor.organization();
        if (!actor.may(Action.EXPLAIN_SIGNALS, organization, Optional.empty()) || organization == null) {
            throw new NotFound("提示");
        }
        if (inquiry != null && !isOf(organization, inquiry)) {
            throw new NotFound("询价 " + inquiry + " ");
        }
        return organization;
    }

    /** Only what is open can be in a signal. */
    private boolean isOf(String organization, String inquiry) {
        return session.createNativeQuery(
                                "select count(*) from inquiry where code = :code and organization_code = :owner and state in ('OPENED', 'DECIDED')",
                                Long.class)
                        .setParameter("code", inquiry)
                        .setParameter("owner", organization)
                        .getSingleResult()
                > 0;
    }

    /** Colleagues wait for one another. */
    private void lock(String organization) {
        session.createNativeQuery("select code from organization where code = :code for no key update", String.class)
                .setParameter("code", organization)
                .getSingleResult();
    }

    private static String text(String typed) {
        String text = typed.strip();
        if (text.isEmpty()) {
            throw new RuleViolation("bad-explanation", "请写明情况，例如“只有一家有生产许可，已在需求里说明”。");
        }
        if (text.length() > LONGEST) {
            throw new RuleViolation("bad-explanation", "最多 %d 字，这里有 %d 字。".formatted(LONGEST, text.length()));
        }
        return text;
    }
}
