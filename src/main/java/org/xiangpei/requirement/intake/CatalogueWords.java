package org.xiangpei.requirement.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.xiangpei.catalog.Categories;
import org.xiangpei.catalog.EnumValues;
import org.xiangpei.catalog.Properties;

/** Loads the words of the catalogue as they are now, in three queries. */
@ApplicationScoped
public class CatalogueWords {

    private final Categories categories;
    private final Properties properties;
    private final EnumValues enumValues;

    CatalogueWords(Categories categories, Properties properties, EnumValues enumValues) {
        this.categories = categories;
        this.properties = properties;
        this.enumValues = enumValues;
    }

    @Transactional
    public TradeWords load() {
        return new TradeWords(categories.listAll(), properties.listAll(), enumValues.listAll());
    }
}
