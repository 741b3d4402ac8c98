package org.xiangpei.recognition;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.xiangpei.shared.AuditTrail;
import org.xiangpei.shared.AuditTrail.Change;
import org.xiangpei.shared.AuditTrail.Subject;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Labels;

import static java.util.stream.Collectors.joining;

/** Writes down what becomes of cases (design rule 9). What a draft says is the firm's own until it is sent: of a draft only that it began or went. */
@ApplicationScoped
public class CaseTrail {

    private static final String STATE = "state";

    private final AuditTrail trail;

    CaseTrail(AuditTrail trail) {
        this.trail = trail;
    }

    void began(RecognitionCase of) {
        trail.record(Change.of("begin_filing", draft(of), Map.of(), Map.of(STATE, Labels.of(of.state()))));
    }

    void discarded(RecognitionCase of) {
        trail.record(Change.of("discard_filing", draft(of), Map.of(STATE, Labels.of(of.state())), Map.of()));
    }

    /** @param before the state until now */
    void filed(RecognitionCase of, CaseState before) {
        Statement sent = of.statement();
        Map<String, Object> after = states(of);
        after.put("round", of.round());
        after.put("name", sent.name());
        after.put("model", sent.model());
        after.put("category", sent.category());
        if (of.kind() != CaseKind.NEW) {
            after.put("kind", Labels.of(of.kind()));
            after.put("keyChanged", of.isKeyChanged());
        }
        moved("file_product", of, before, after, Optional.empty());
    }

    /** @param before the state until now */
    void answered(RecognitionCase of, Verdict verdict, CaseState before) {
        Map<String, Object> after = states(of);
        after.put("city", verdict.city().label());
        after.put("answer", Labels.of(verdict.answer()));
        after.put("round", verdict.round());
        after.put("fields", verdict.fields());
        moved("answer_filing", of, before, after, reason(verdict));
    }

    private static Optional<String> reason(Verdict verdict) {
        String reasons = verdict.reasons().stream().map(Labels::of).collect(joining("、"));
        return verdict.note()
                .map(note -> reasons.isEmpty() ? note : reasons + "。" + note)
                .or(() -> Optional.of(reasons).filter(it -> !it.isEmpty()));
    }

    /** @param before the state until now */
    void escalated(RecognitionCase of, CaseState before) {
        moved("escalate_filing", of, before, states(of), Optional.of("办理期限内没有答复"));
    }

    /** @param before the state until now */
    void withdrawn(RecognitionCase of, CaseState before) {
        moved("withdraw_filing", of, before, states(of), of.withdrawnReason());
    }

    /** That city's own: whom a bureau gives its work to is not for the others. */
    void handed(RecognitionCase of, City city, Optional<Person> before, Optional<Person> after) {
        trail.record(Change.of("hand_filing", within(of, city), handler(before), handler(after)));
    }

    private static Map<String, Object> handler(Optional<Person> person) {
        return person.<Map<String, Object>>map(it -> Map.of("handler", it.name()))
                .orElse(Map.of());
    }

    /** Only that something was noted: the trail is read by more people than the note. */
    void noted(RecognitionCase of, City city) {
        trail.record(Change.of("note_filing", within(of, city), Map.of(), Map.of()));
    }

    private static Subject within(RecognitionCase of, City city) {
        Subject subject = subject(of);
        return new Subject(subject.type(), subject.code(), subject.name(), Optional.of(city), Optional.empty());
    }

    private static Map<String, Object> states(RecognitionCase of) {
        var after = new LinkedHashMap<String, Object>();
        after.put(STATE, Labels.of(of.state()));
        of.dueOn().ifPresent(day -> after.put("dueOn", day.toString()));
        return after;
    }

    private void moved(
            String action, RecognitionCase of, CaseState before, Map<String, Object> after, Optional<String> why) {
        trail.record(Change.of(action, subject(of), Map.of(STATE, Labels.of(before)), after)
                .because(why.orElse(null)));
    }

    /** What a firm is drafting, and even that it does, is no bureau's: no city, and no name. */
    private static Subject draft(RecognitionCase of) {
        return new Subject(
                "recognition_case",
                of.code(),
                "申报草稿",
                Optional.empty(),
                Optional.of(of.applicant().organizationCode()));
    }

    /** How the trail speaks of a case. */
    public static Subject subject(RecognitionCase of) {
        String name = of.filed().map(Filing::statement).orElse(of.statement()).name();
        return new Subject(
                "recognition_case",
                of.code(),
                name.isBlank() ? "未命名的申报" : name,
                Optional.of(of.applicant().homeCity()),
                Optional.of(of.applicant().organizationCode()));
    }
}
