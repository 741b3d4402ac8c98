package org.xiangpei.requirement;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

@ApplicationScoped
public class PostedLines implements PanacheRepositoryBase<PostedLine, String> {}
