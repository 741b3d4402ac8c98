package org.xiangpei.requirement.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Categories;
import org.xiangpei.catalog.EnumValues;
import org.xiangpei.catalog.Properties;

/**
 * The words of the catalogue as they are now. They are many and change seldom: they are read when they have changed, which one small
 * query tells.
 */
@ApplicationScoped
public class CatalogueWords {

    private final Categories categories;
    private final Properties properties;
    private final EnumValues enumValues;
    private final EntityManager entities;
    private volatile @Nullable Known known;

    private record Known(String edition, TradeWords words) {}

    CatalogueWords(Categories categories, Properties properties, EnumValues enumValues, EntityManager entities) {
        this.categories = categories;
        this.properties = properties;
        this.enumValues = enumValues;
        this.entities = entities;
    }

    @Transactional
    public TradeWords load() {
        String edition = edition();
        Known before = known;
        if (before != null && before.edition().equals(edition)) {
            return before.words();
        }
        var words = new TradeWords(categories.listAll(), properties.listAll(), enumValues.listAll());
        known = new Known(edition, words);
        return words;
    }

    /**
     * Every change of a row gives it the number of the transaction. Read before the words: where somebody changes them in between, they
     * are newer than their edition and are read again, never older.
     */
    private String edition() {
        return (String) entities.createNativeQuery("""
                        select concat_ws(' ',
                            (select concat(count(*), '/', sum(xmin::text::bigint)) from category),
                            (select concat(count(*), '/', sum(xmin::text::bigint)) from property),
                            (select concat(count(*), '/', sum(xmin::text::bigint)) from enum_value))""", String.class).getSingleResult();
    }
}
