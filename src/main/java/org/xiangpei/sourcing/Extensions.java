package org.xiangpei.sourcing;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepository;

/** How deadlines moved. */
@ApplicationScoped
class Extensions implements PanacheRepository<Extension> {

    /** The latest first. */
    List<Extension> listOf(String inquiry) {
        return list("inquiry = ?1 order by id desc", inquiry);
    }
}
