package org.xiangpei.catalog;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

@ApplicationScoped
public class Properties implements PanacheRepositoryBase<Property, Property.Key> {

    /** The properties of a category in its own order. */
    public List<Property> ofCategory(String categoryCode) {
        return list("key.categoryCode = ?1 order by details.position", categoryCode);
    }
}
