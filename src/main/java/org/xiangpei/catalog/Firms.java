package org.xiangpei.catalog;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import org.xiangpei.shared.NotFound;

@ApplicationScoped
public class Firms implements PanacheRepositoryBase<Firm, String> {

    /** @throws NotFound when there is no such code */
    public Firm get(String code) {
        return findByIdOptional(code).orElseThrow(() -> new NotFound("企业 " + code + " "));
    }
}
