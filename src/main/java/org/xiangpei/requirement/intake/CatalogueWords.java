package org.xiangpei.requirement.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Categories;
import org.xiangpei.catalog.EnumValues;
import org.xiangpei.catalog.Properties;
import org.xiangpei.requirement.VocabularyEdition;

/**
 * The words of the catalogue as they are now. They are many and change seldom: they are read when they have changed, which one small
 * query tells.
 */
@ApplicationScoped
public class CatalogueWords {

    private final Categories categories;
    private final Properties properties;
    private final EnumValues enumValues;
    private final VocabularyEdition edition;
    private volatile @Nullable Known known;

    private record Known(String edition, TradeWords words) {}

    CatalogueWords(Categories categories, Properties properties, EnumValues enumValues, VocabularyEdition edition) {
        this.categories = categories;
        this.properties = properties;
        this.enumValues = enumValues;
        this.edition = edition;
    }

    @Transactional
    public TradeWords load() {
        String now = edition.now();
        Known before = known;
        if (before != null && before.edition().equals(now)) {
            return before.words();
        }
        var words = new TradeWords(categories.listAll(), properties.listAll(), enumValues.listAll());
        known = new Known(now, words);
        return words;
    }
}
