package org.xiangpei.requirement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

import org.xiangpei.catalog.Category;
import org.xiangpei.catalog.EnumValue;
import org.xiangpei.catalog.Property;

/** Tells in one small query whether the words of the catalogue have changed, so that whoever keeps them in memory reads them seldom. */
@ApplicationScoped
public class VocabularyEdition {

    private final Session session;

    VocabularyEdition(Session session) {
        this.session = session;
    }

    /**
     * Every change of a row gives it the number of the transaction. To be read before the words: where somebody changes them in between,
     * they are newer than their edition and are read again, never older.
     */
    @Transactional
    public String now() {
        // Without its tables a native query writes out everything that is half done in the transaction.
        return session.createNativeQuery("""
                        select concat_ws(' ',
                            (select concat(count(*), '/', sum(xmin::text::bigint)) from category),
                            (select concat(count(*), '/', sum(xmin::text::bigint)) from property),
                            (select concat(count(*), '/', sum(xmin::text::bigint)) from enum_value))""", String.class)
                .addSynchronizedEntityClass(Category.class)
                .addSynchronizedEntityClass(Property.class)
                .addSynchronizedEntityClass(EnumValue.class)
                .getSingleResult();
    }
}
