package org.xiangpei.catalog;

import java.util.Collection;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

@ApplicationScoped
public class Specifications implements PanacheRepositoryBase<Specification, Specification.Key> {

    /** The specifications of several products in one query, ordered by product and property. */
    public List<Specification> ofProducts(Collection<String> productCodes) {
        return list("key.productCode in ?1 order by key.productCode, key.propertyCode", productCodes);
    }
}
