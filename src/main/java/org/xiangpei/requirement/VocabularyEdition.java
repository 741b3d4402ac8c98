package org.xiangpei.requirement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/** Tells in one small query whether the words of the catalogue have changed, so that whoever keeps them in memory reads them seldom. */
@ApplicationScoped
public class VocabularyEdition {

    private final EntityManager entities;

    VocabularyEdition(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Every change of a row gives it the number of the transaction. To be read before the words: where somebody changes them in between,
     * they are newer than their edition and are read again, never older.
     */
    @Transactional
    public String now() {
        return (String) entities.createNativeQuery("""
                        select concat_ws(' ',
                            (select concat(count(*), '/', sum(xmin::text::bigint)) from category),
                            (select concat(count(*), '/', sum(xmin::text::bigint)) from property),
                            (select concat(count(*), '/', sum(xmin::text::bigint)) from enum_value))""", String.class).getSingleResult();
    }
}
