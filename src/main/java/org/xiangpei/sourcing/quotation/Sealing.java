package org.xiangpei.sourcing.quotation;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.xiangpei.sourcing.Inquiries;
import org.xiangpei.sourcing.InquiryChanged;
import org.xiangpei.sourcing.InquiryLine;
import org.xiangpei.sourcing.Invitation;

/** Makes key and envelopes of an inquiry as soon as it is published, and envelopes for who is invited later, in the same transaction. */
@ApplicationScoped
class Sealing {

    private final Envelopes envelopes;
    private final Inquiries inquiries;

    Sealing(Envelopes envelopes, Inquiries inquiries) {
        this.envelopes = envelopes;
        this.inquiries = inquiries;
    }

    void changed(@Observes InquiryChanged change) {
        switch (change.what()) {
            case PUBLISHED -> begin(change.code());
            case INVITED -> envelopes.hold(change.code()).ifPresent(it -> envelopes.add(it, invited(change.code())));
            case EXTENDED, CANCELLED, OPENED, DECIDED -> {}
        }
    }

    private void begin(String code) {
        List<InquiryLine> lines = inquiries.lines(code);
        int clauses = lines.stream().mapToInt(it -> it.criteria().size()).sum();
        List<Long> invited = invited(code);
        envelopes.add(envelopes.begin(code, lines.size(), clauses, invited.size()), invited);
    }

    private List<Long> invited(String code) {
        return inquiries.invitations(code).stream().map(Invitation::id).toList();
    }
}
