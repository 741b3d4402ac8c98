package org.xiangpei.sourcing.web;

import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import org.xiangpei.identity.Actor;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Refused;
import org.xiangpei.sourcing.Inquiries;
import org.xiangpei.sourcing.web.InquiryView.Typed;

/** Changes that a buyer makes on the page of an inquiry: what is refused comes back on that page with what was typed. */
@ApplicationScoped
class InquiryChanges {

    private final Inquiries inquiries;
    private final OneInquiryViews one;

    InquiryChanges(Inquiries inquiries, OneInquiryViews one) {
        this.inquiries = inquiries;
        this.one = one;
    }

    /** @throws NotFound for another organisation's */
    Response of(Actor buyer, String code, Typed typed, Supplier<Response> change) {
        inquiries.own(buyer, code);
        try {
            return change.get();
        } catch (RuleViolation refused) {
            return Refused.page(refused, InquiryPages.Templates.one(one.refused(buyer, code, typed, refused)));
        }
    }
}
