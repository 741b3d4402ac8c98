package org.xiangpei.sourcing.followup.web;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import org.xiangpei.identity.Actor;
import org.xiangpei.sourcing.Inquiries;
import org.xiangpei.sourcing.web.Heading;

/** The head that all pages of an inquiry share. */
@ApplicationScoped
class InquiryHeadings {

    private final Inquiries inquiries;
    private final Clock clock;

    InquiryHeadings(Inquiries inquiries, Clock clock) {
        this.inquiries = inquiries;
        this.clock = clock;
    }

    Heading of(Actor actor, String code) {
        return Heading.of(inquiries.own(actor, code), clock.instant());
    }
}
