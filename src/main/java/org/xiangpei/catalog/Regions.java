package org.xiangpei.catalog;

import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

@ApplicationScoped
public class Regions implements PanacheRepositoryBase<Region, String> {

    /** The names of all regions by code. */
    public Map<String, String> names() {
        return streamAll().collect(Collectors.toMap(Region::code, region -> region.details()
                .name()));
    }
}
