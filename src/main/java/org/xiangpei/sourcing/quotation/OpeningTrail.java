package org.xiangpei.sourcing.quotation;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.xiangpei.shared.AuditTrail;
import org.xiangpei.shared.AuditTrail.Change;
import org.xiangpei.shared.AuditTrail.Subject;
import org.xiangpei.sourcing.Inquiry;

/** Writes the opening down, and with it what was done under seal: only then may the trail know of it. No prices: those are in the quotations. */
@ApplicationScoped
class OpeningTrail {

    private final AuditTrail trail;

    OpeningTrail(AuditTrail trail) {
        this.trail = trail;
    }

    void confirmed(Inquiry of, int count) {
        trail.record(Change.of(
                "confirm_opening",
                subject(of),
                Map.of(),
                Map.of("confirmations", count, "openers", of.terms().openers())));
    }

    /** @param supplier who did it while it was sealed */
    void was(Inquiry of, String supplier, Dossier.Logged logged) {
        String action =
                switch (logged.act()) {
                    case SUBMITTED -> "submit_quotation";
                    case WITHDRAWN -> "withdraw_quotation";
                };
        trail.record(Change.of(
                action,
                subject(of),
                Map.of(),
                Map.of(
                        "supplier", supplier,
                        "by", logged.by(),
                        "at", logged.at().toString(),
                        "receiptHash", logged.receipt())));
    }

    void opened(Inquiry of, int quotations, List<OpeningConfirmation> by) {
        trail.record(Change.of(
                "open_quotations",
                subject(of),
                Map.of(),
                Map.of(
                        "quotations",
                        quotations,
                        "openedBy",
                        by.stream().map(OpeningConfirmation::name).toList())));
    }

    private static Subject subject(Inquiry of) {
        return new Subject("inquiry", of.code(), of.terms().title(), Optional.empty(), Optional.of(of.organization()));
    }
}
