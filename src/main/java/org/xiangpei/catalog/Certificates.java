package org.xiangpei.catalog;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

@ApplicationScoped
public class Certificates implements PanacheRepositoryBase<Certificate, Long> {}
