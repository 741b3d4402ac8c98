package org.xiangpei.catalog;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import org.xiangpei.shared.NotFound;

@ApplicationScoped
public class Categories implements PanacheRepositoryBase<Category, String> {

    /** @throws NotFound when there is no such code */
    public Category get(String code) {
        return findByIdOptional(code).orElseThrow(() -> new NotFound("品类 " + code + " "));
    }
}
