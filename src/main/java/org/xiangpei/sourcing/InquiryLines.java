package org.xiangpei.sourcing;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepository;

/** The lines of inquiries. */
@ApplicationScoped
class InquiryLines implements PanacheRepository<InquiryLine> {

    /** In their order. */
    List<InquiryLine> listOf(String inquiry) {
        return list("inquiry = ?1 order by number", inquiry);
    }
}
