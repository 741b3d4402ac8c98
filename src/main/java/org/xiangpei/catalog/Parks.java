package org.xiangpei.catalog;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

@ApplicationScoped
public class Parks implements PanacheRepositoryBase<Park, String> {}
