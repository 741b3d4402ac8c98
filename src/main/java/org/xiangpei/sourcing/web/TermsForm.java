package org.xiangpei.sourcing.web;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import jakarta.ws.rs.core.MultivaluedMap;

import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.OrganizationKind;
import org.xiangpei.requirement.Requirement;
import org.xiangpei.shared.FieldError;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.sourcing.Inquiry;
import org.xiangpei.sourcing.Terms;
import org.xiangpei.sourcing.Weights;

/**
 * The terms of an inquiry as they are typed; times are those of the service's own clock and zone.
 *
 * @param seen the version that was changed
 */
public record TermsForm(
        String title,
        String text,
        String deliverTo,
        String neededBy,
        String questionsUntil,
        String deadline,
        String openers,
        boolean secondApproval,
        String price,
        String delivery,
        String clauses,
        String validDays,
        int seen) {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT);
    private static final LocalTime END_OF_WORK = LocalTime.of(17, 0);
    private static final int USUAL_DAYS = 10;
    private static final Duration TO_ANSWER = Duration.ofDays(3);

    /** What is usual, to begin with. */
    static TermsForm usual(Requirement from, OrganizationKind buyer, Clock clock) {
        LocalDateTime deadline = LocalDate.now(clock).plusDays(USUAL_DAYS).atTime(END_OF_WORK);
        int openers = Terms.usualOpeners(buyer);
        return new TermsForm(
                from.title() + "询价",
                from.note().orElse(""),
                from.deliverTo().orElse(""),
                from.neededBy().map(Object::toString).orElse(""),
                MINUTE.format(deadline.minus(TO_ANSWER)),
                MINUTE.format(deadline),
                String.valueOf(openers),
                openers > 1,
                "100",
                "0",
                "0",
                String.valueOf(Terms.USUAL_VALID_DAYS),
                0);
    }

    static TermsForm of(Inquiry of, ZoneId zone) {
        Terms terms = of.terms();
        return new TermsForm(
                terms.title(),
                text(terms.text()),
                text(terms.deliverTo()),
                text(terms.neededBy()),
                typed(terms.questionsUntil(), zone),
                typed(terms.deadline(), zone),
                String.valueOf(terms.openers()),
                terms.secondApproval(),
                String.valueOf(terms.weights().price()),
                String.valueOf(terms.weights().delivery()),
                String.valueOf(terms.weights().clauses()),
                String.valueOf(terms.validDays()),
                of.version());
    }

    static TermsForm of(MultivaluedMap<String, String> sent) {
        return new TermsForm(
                typed(sent, "title"),
                typed(sent, "text").replace("\r\n", "\n"),
                typed(sent, "deliverTo"),
                typed(sent, "neededBy"),
                typed(sent, "questionsUntil"),
                typed(sent, "deadline"),
                typed(sent, "openers"),
                !typed(sent, "secondApproval").isEmpty(),
                typed(sent, "price"),
                typed(sent, "delivery"),
                typed(sent, "clauses"),
                typed(sent, "validDays"),
                seen(sent));
    }

    static String typed(Instant at, ZoneId zone) {
        return MINUTE.withZone(zone).format(at);
    }

    private static String typed(MultivaluedMap<String, String> sent, String field) {
        return Objects.requireNonNullElse(sent.getFirst(field), "").strip();
    }

    private static int seen(MultivaluedMap<String, String> sent) {
        try {
            return Integer.parseInt(typed(sent, "seen"));
        } catch (NumberFormatException missing) {
            return 0;
        }
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    /** @throws RuleViolation {@code bad-inquiry} with every field that cannot be read */
    Terms read(ZoneId zone) {
        var errors = new ArrayList<FieldError>();
        Terms read = new Terms(
                title,
                text,
                deliverTo,
                day(errors),
                moment(questionsUntil, "questionsUntil", "提问截止", zone, errors),
                moment(deadline, "deadline", "报价截止", zone, errors),
                number(openers, "openers", "开启人数", errors),
                secondApproval,
                new Weights(
                        number(price, "weights", "价格权重", errors),
                        number(delivery, "weights", "交货期权重", errors),
                        number(clauses, "weights", "期望条款权重", errors)),
                number(validDays, "validDays", "报价有效天数", errors));
        if (!errors.isEmpty()) {
            String more = errors.size() > 1 ? "（共 " + errors.size() + " 处）" : "";
            throw new RuleViolation("bad-inquiry", errors.getFirst().detail() + more, errors);
        }
        return read;
    }

    private @Nullable LocalDate day(List<FieldError> errors) {
        try {
            return neededBy.isEmpty() ? null : LocalDate.parse(neededBy);
        } catch (DateTimeParseException e) {
            errors.add(new FieldError("neededBy", "需要日期应像 2026-12-31 这样。"));
            return null;
        }
    }

    /** @throws RuleViolation {@code bad-deadline} for what is no moment */
    static Instant moment(String typed, ZoneId zone) {
        var errors = new ArrayList<FieldError>();
        Instant read = moment(typed, "deadline", "报价截止", zone, errors);
        if (!errors.isEmpty()) {
            throw new RuleViolation("bad-deadline", errors.getFirst().detail());
        }
        return read;
    }

    private static Instant moment(String typed, String field, String label, ZoneId zone, List<FieldError> errors) {
        try {
            return LocalDateTime.parse(typed.replace(' ', 'T'))
                    .truncatedTo(ChronoUnit.MINUTES)
                    .atZone(zone)
                    .toInstant();
        } catch (DateTimeParseException e) {
            errors.add(new FieldError(field, label + "应像 2026-12-31 17:00 这样。"));
            return Instant.EPOCH;
        }
    }

    private static int number(String typed, String field, String label, List<FieldError> errors) {
        try {
            return typed.isEmpty() ? 0 : new BigDecimal(typed).intValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            errors.add(new FieldError(field, label + "应为整数。"));
            return 0;
        }
    }
}
