package org.xiangpei.catalog;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import org.xiangpei.shared.NotFound;

@ApplicationScoped
public class Products implements PanacheRepositoryBase<Product, String> {

    /** @throws NotFound when there is no such code */
    public Product get(String code) {
        return findByIdOptional(code).orElseThrow(() -> new NotFound("产品 " + code + " "));
    }
}
